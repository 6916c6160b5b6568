// In HTML that the sanitizer's serializer wrote, `<` in texts and `"` in values are always escaped: so each `<` begins a tag.
const tag = /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi;
const address = /(\s(?:href|src)=")([^"]*)"/gi;

/**
 * Makes the addresses in a post's HTML absolute, for readers who do not know where it is from.
 * @param html as the Markdown pipeline wrote it
 * @param page absolute URL of the thread
 */
export function absoluteHtml(html: string, page: string): string {
  return html.replace(tag, (whole) =>
    whole.replace(address, (unchanged, before: string, value: string) => {
      // References in the value, such as `&#x26;`, mean the same behind the origin as they did without it.
      if (value.startsWith('#')) return `${before}${page}${value}"`;
      return value.startsWith('/') && !value.startsWith('//') ? `${before}${new URL(page).origin}${value}"` : unchanged;
    }),
  );
}
