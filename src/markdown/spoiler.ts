import type { Blockquote, Paragraph } from 'mdast';

/**
 * Makes a quotation whose paragraphs begin with an exclamation mark (`>! text`, as Stack Exchange has it) a text that opens on
 * request. The words of its summary come from the site, not from the contributor.
 */
export function markSpoiler(quote: Blockquote, summary: string): void {
  const isSpoiler =
    quote.children.length > 0 && quote.children.every((child) => child.type === 'paragraph' && startsWithMark(child));
  if (!isSpoiler) return;
  for (const paragraph of quote.children) {
    if (paragraph.type !== 'paragraph') continue;
    let lineStart = true;
    for (const child of paragraph.children) {
      if (child.type === 'text') child.value = child.value.replace(lineStart ? /(^|\n)! ?/g : /(\n)! ?/g, '$1');
      lineStart = child.type === 'break';
    }
  }
  const title: Paragraph = {
    type: 'paragraph',
    data: { hName: 'summary' },
    children: [{ type: 'text', value: summary }],
  };
  quote.children.unshift(title);
  quote.data = { hName: 'details', hProperties: { className: ['spoiler'] } };
}

function startsWithMark({ children }: Paragraph): boolean {
  const [first] = children;
  return first?.type === 'text' && first.value.startsWith('!');
}
