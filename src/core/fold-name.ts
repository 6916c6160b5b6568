/**
 * A name as it is compared: in compatibility form (`ﬁ` is `fi`, `ａ` is `a`) and folded (`ß` is `ss`, `ſ` is `s`), so that two names that look
 * alike, or that a file system takes for one, are one. Small letters, but for scripts without; the dotless i of Turkish stays.
 */
export function foldName(text: string): string {
  const folded = [...text.normalize('NFKC').toLowerCase()]
    .map((letter) => (letter === 'ı' ? letter : letter.toUpperCase().toLowerCase()))
    .join('');
  // Only in its word is a sigma known to be the last letter.
  return folded
    .replace(/σ(?![\p{L}\p{M}])/gu, 'ς')
    .replace(/(?<![\p{L}\p{M}])ς/gu, 'σ')
    .normalize('NFKC');
}
