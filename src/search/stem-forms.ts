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

/** Endings that are worth telling. */
const mostEndings = 400;

/** The endings by which forms are longer than their stems, the most frequent first. */
export function endingsOf(stems: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, number>();
  for (const [form, stem] of stems) {
    if (form === stem || !form.startsWith(stem)) continue;
    const ending = form.slice(stem.length);
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostEndings)
    .map(([ending]) => ending);
}
