import { isBefore } from '../core/text-index/key-order.ts';
import { withoutDiacritics } from '../core/text-index/plain-word.ts';

/** Of one language, so that memory does not grow with the archive: the stems of the others are guessed. */
const mostForms = 500_000;
/** Pagefind stems no word of these. */
const unstemmed = new Set(['zh', 'ja', 'th']);

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
      for (const word of withoutDiacritics(text).match(/\p{L}{2,30}/gu) ?? [])
        if (known.size < mostForms) known.add(word);
    },
    /** In the order of the index. */
    of: (language: string): string[] =>
      [...(forms.get(language) ?? [])].sort((a, b) => (a === b ? 0 : isBefore(a, b) ? -1 : 1)),
  };
}
