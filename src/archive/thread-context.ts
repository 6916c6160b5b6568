import type { AuthorHandle } from '../core/ids.ts';
import type { Config } from '../core/schema/config.ts';
import type { Synonyms } from '../core/tag-names.ts';
import type { Urls } from '../core/urls.ts';
import type { RenderOptions } from '../markdown/render-body.ts';

/** What every thread of an archive is loaded with. */
export type ThreadContext = {
  /** Where the content folder is on disk. */
  contentDir: string;
  /** How diagnostics call the content folder. */
  contentName: string;
  config: Config;
  urls: Urls;
  synonyms: Pick<Synonyms, 'get'>;
  authors: Pick<ReadonlyMap<AuthorHandle, { name: string; url?: string }>, 'get'>;
  /** The names of the folders of all threads. */
  threadNames: readonly string[];
  /** Whether a file or folder of the content exists, by its path below the content folder. */
  exists: (path: string) => boolean;
  /** The time of the run, in milliseconds since 1970: a date behind it is a mistake. */
  now: number;
  parser?: RenderOptions['parser'];
  /** The words that rendering adds to posts; English if absent. */
  words?: RenderOptions['words'];
};
