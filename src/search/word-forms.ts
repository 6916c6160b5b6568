import { isBefore } from '../core/text-index/key-order.ts';
import { withoutDiacritics } from '../core/text-index/plain-word.ts';
import { unspaced } from '../core/text-index/query-terms.ts';
import { wordCharacters } from './run-pagefind.ts';

/** Of one language, so that memory does not grow with the archive: the stems of the others are guessed. */
const mostForms = 500_000;
/** What the index has as one word, without the marks, and its parts as others. */
const joined = new RegExp(`[\\p{L}\\p{M}${wordCharacters}'’-]{2,30}`, 'gu');
const marks = /['’-]/g;
/** Runs of which it is remembered that they were taken in. */
const mostSeen = 300_000;
const part = /\p{L}{2,}/gu;

export type WordForms = ReturnType<typeof createWordForms>;

/** The words of an archive as the index has them before they are stemmed, by language. */
export function createWordForms() {
  const languages = new Map<string, { forms: Set<string>; seen: Set<string> }>();
  return {
    /** Takes in the words of a thread. */
    add(language: string, runs: ReadonlySet<string>): void {
      // Pagefind stems no word of these.
      if (unspaced.has(language)) return;
      const known = languages.get(language) ?? { forms: new Set(), seen: new Set() };
      languages.set(language, known);
      const { forms, seen } = known;
      for (const run of runs) {
        if (seen.has(run)) continue;
        if (seen.size >= mostSeen) seen.clear();
        seen.add(run);
        for (const written of run.match(joined) ?? []) {
          const token = withoutDiacritics(written);
          for (const word of [token.replace(marks, ''), ...(token.match(part) ?? [])])
            if (word.length > 1 && forms.size < mostForms) forms.add(word);
        }
      }
    },
    /** In the order of the index. */
    of: (language: string): string[] =>
      [...(languages.get(language)?.forms ?? [])].sort((a, b) => (a === b ? 0 : isBefore(a, b) ? -1 : 1)),
  };
}
