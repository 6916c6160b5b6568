/** Splits text into lower-case words for comparison: letters and digits of any script, with `+ # .` inside or after them. */
export function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.+#][\p{L}\p{N}+#]*)*/gu)
      ?.map((word) => (word.endsWith('.') ? word.replace(/\.+$/, '') : word)) ?? []
  );
}
