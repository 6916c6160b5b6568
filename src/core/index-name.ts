/**
 * What a part of the search index is called: its language, and from the second part on a number. The name is a language tag too, by
 * which Pagefind knows how to part its words.
 */
export function indexName(language: string, part: number): string {
  return part === 0 ? language : `${language}-${String(part).padStart(4, '0')}`;
}

export function indexLanguage(name: string): string {
  return name.split('-')[0] ?? name;
}

/** Part 0 is the one with the threads that have most votes. */
export function indexPart(name: string): number {
  return Number(name.split('-')[1] ?? 0);
}

/** The words of the archive, in the folder of the index. */
export const vocabularyFile = 'vocabulary.words';
