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

/** A text as one line of Markdown. */
export function markdownLine(value: string): string {
  return markdownDocument([{ type: 'paragraph', children: [lineOfText(value)] }]).trim();
}
