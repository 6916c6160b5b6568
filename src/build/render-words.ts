import { words } from '../i18n/words.ts';
import type { RenderWords } from '../markdown/words.ts';

/** The words that rendering adds to posts, in the language of the interface. */
export function renderWords(locale: string): RenderWords {
  const { text } = words(locale);
  return {
    footnotes: text.postFootnotes,
    backToReference: text.postBackToReference,
    spoiler: text.postSpoiler,
    table: text.postTable,
    taskDone: text.postTaskDone,
    taskOpen: text.postTaskOpen,
  };
}
