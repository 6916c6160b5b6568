/**
 * Parts a code in brackets from the word before: `error[E0502]` → `error [E0502]`. Pagefind takes compound words apart where
 * letters meet digits too, so that nobody would find `E0502` in it.
 */
export function partCodes(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}_])\[(?=\p{L}+\p{N}+\])/gu, ' [');
}
