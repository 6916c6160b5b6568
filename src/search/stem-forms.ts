import { guessStem } from '../core/text-index/guess-stem.ts';
import { openPagefindRuntime } from './pagefind-runtime.ts';

/**
 * Stems words as Pagefind stems those of a query.
 * @param folder an index as Pagefind's command wrote it
 * @param language one of the index
 * @param words in lower case and without diacritics
 * @returns for each word its stem; of a language that Pagefind does not stem, the word
 */
export async function stemForms(
  folder: string,
  language: string,
  words: readonly string[],
): Promise<Map<string, string>> {
  const runtime = openPagefindRuntime(folder, language);
  try {
    const stems = await runtime.stems(words);
    return new Map(words.map((word, index) => [word, stems[index] ?? word]));
  } finally {
    runtime.close();
  }
}

/**
 * Tells which stems a reader must be told, since `guessStem` does not get them right.
 * @param stems of each form its stem
 * @param keys the words of the index, as `guessStem` takes them
 */
export function exceptionsOf(
  stems: ReadonlyMap<string, string>,
  keys: readonly string[],
): [form: string, stem: string][] {
  return [...stems].filter(([form, stem]) => guessStem(form, keys) !== stem);
}
