import { keep, kept } from './kept.ts';

const key = 'responsa-no-key';

/** Whether the key `/` opens the search, which a reader may not want: software that listens to speech types it by mistake. */
export function hasSearchKey(): boolean {
  return kept(key) !== true;
}

export function chooseSearchKey(wanted: boolean): void {
  keep(key, wanted ? undefined : true);
}
