import { isBefore } from '../core/text-index/key-order.ts';
import { withoutDiacritics } from '../core/text-index/plain-word.ts';
import { wordCharacters } from './run-pagefind.ts';

/** Of one language, so that memory does not grow with the archive: the stems of the others are guessed. */
const mostForms = 500_000;
/** Pagefind stems no word of these. */
const unstemmed = new Set(['zh', 'ja', 'th']);
/** What the index has as one word, without the marks, and its parts as others. */
const joined = new RegExp(`[\\p{L}${wordCharacters}'’-]{2,30}`, 'gu');
const marks = /['’-]/g;
const part = /\p{L}{2,}/gu;

export type WordForms = ReturnType<typeof createWordForms>;

/** The words of an archive as the index has them before they are stemmed, by language. */
export function createWordForms() {
  const forms = new Map<string, Set<string>>();
  return {
    /** Takes in the words of a document for the search, and of its title. */
    add(language: string, title: string, document: string): void {
      if (unstemmed.has(language)) return;
      const known = forms.get(language) ?? new Set();
      forms.set(language, known);
      const text = `${title} ${document.replace(/<[^>]*>|&#?\w+;/g, ' ')}`.toLowerCase();
      for (const token of withoutDiacritics(text).match(joined) ?? []) {
        for (const word of [token.replace(marks, ''), ...(token.match(part) ?? [])])
          if (word.length > 1 && known.size < mostForms) known.add(word);
      }
    },
    /** In the order of the index. */
    of: (language: string): string[] =>
      [...(forms.get(language) ?? [])].sort((a, b) => (a === b ? 0 : isBefore(a, b) ? -1 : 1)),
  };
}
