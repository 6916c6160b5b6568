import type { RootContent, Text } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).freeze();

/** Writes Markdown in which texts are texts: what would mean something in Markdown is escaped. */
export function markdownDocument(children: RootContent[]): string {
  return writer.stringify({ type: 'root', children });
}

/** A text that stays on one line. */
export function lineOfText(value: string): Text {
  return { type: 'text', value: value.replace(/\s+/g, ' ').trim() };
}

/** Nothing in it means anything in Markdown, wherever in a line it stands. */
const saysNoMore = /^\p{L}[\p{L}\p{M}\p{N} ,.?!'’"“”%…–—;:()/+=-]*$/u;

/** A text as one line of Markdown. Most texts are plain, and writing those as they are is many times faster. */
export function markdownLine(value: string): string {
  const line = lineOfText(value);
  return saysNoMore.test(line.value) ? line.value : markdownDocument([{ type: 'paragraph', children: [line] }]).trim();
}
