import { openStore, type ArchiveStore } from '../archive/store.ts';
import type { Config } from '../core/schema/config.ts';
import { createUrls, type Urls } from '../core/urls.ts';
import { words, type Words } from '../i18n/words.ts';

export type Site = { config: Config; urls: Urls; archive: ArchiveStore; words: Words };

let opened: { file: string; site: Site } | undefined;

/** What every page is made from. The build and the dev server say by `RESPONSA_STORE` where the store is. */
export function site(): Site {
  const file = process.env['RESPONSA_STORE'];
  if (!file)
    throw new Error('RESPONSA_STORE is not set: use npm run build or npm run dev, which load the archive first.');
  if (opened?.file !== file) {
    const archive = openStore(file);
    const config = archive.config();
    opened = {
      file,
      site: { config, urls: createUrls(config.url, config.base), archive, words: words(config.locale) },
    };
  }
  return opened.site;
}
