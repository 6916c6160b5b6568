import type { Definition, Image, Link, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parserOf } from '../markdown/parsers.ts';

const parser = parserOf('satteri').freeze();

/** Where a relative address leads for somebody outside the archive; nothing if it is not known. */
export type Resolve = (address: string, kind: 'link' | 'picture') => string | undefined;

/**
 * Prepares the Markdown of a post for a document of several posts: relative addresses become absolute, and a block of code, mathematics
 * or HTML that the post forgot to close is closed, so that it does not swallow the next one. All else stays as it was written.
 */
export function portableMarkdown(body: string, resolve: Resolve): string {
  if (isPortable(body)) return body;
  const tree = parser.parse(body) as Root;
  let text = '';
  let done = 0;
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) return;
    const start = addressStart(body, node);
    const resolved =
      start !== undefined && start >= done ? resolve(node.url, node.type === 'image' ? 'picture' : 'link') : undefined;
    if (start === undefined || resolved === undefined) return;
    text += body.slice(done, start) + resolved;
    done = start + node.url.length;
  });
  return text + body.slice(done) + missingEnd(body, tree.children.at(-1));
}

/** Whether a look at the text is enough to know that there is nothing to do: parsing is most of the time that this takes. */
function isPortable(body: string): boolean {
  const mayBeRelative = /\](?:\(\s*<?|:\s*<?)(?![a-z][a-z0-9+.-]*:|\/\/)/i;
  const fences = body.match(/^[ \t>*+-]*(?:`{3,}|~{3,}|\${2,})/gm) ?? [];
  const areClosed = fences.length % 2 === 0 && fences.every((fence) => fence === '```');
  return areClosed && !mayBeRelative.test(body) && !/^\s*</m.test(body);
}

/** The offset of a node's address in the body. An address that is written with escapes is not found, and then stays as it is. */
function addressStart(body: string, node: Link | Image | Definition): number | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  // The text of a link comes before its address, and may hold the marks of other links.
  const textEnd = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined;
  const from = textEnd ?? start;
  const mark = node.type === 'definition' ? /\]:\s*<?/g : /\]\(\s*<?/g;
  return [...body.slice(from, end).matchAll(mark)]
    .map((match) => from + match.index + match[0].length)
    .find((at) => body.startsWith(node.url, at));
}

function missingEnd(body: string, last: RootContent | undefined): string {
  const source = body.slice(last?.position?.start.offset ?? body.length).trimEnd();
  if (last?.type === 'code' || last?.type === 'math') {
    const fence = /^(`{3,}|~{3,}|\${2,})/.exec(source)?.[1];
    if (fence === undefined) return '';
    const lines = source.split('\n');
    const ended = lines.length > 1 && (lines.at(-1) ?? '').trim().startsWith(fence);
    return ended ? '' : `\n${fence}`;
  }
  if (last?.type !== 'html') return '';
  if (source.startsWith('<!--')) return source.includes('-->') ? '' : '\n-->';
  const element = /^<(pre|script|style|textarea)\b/i.exec(source)?.[1];
  return element === undefined || new RegExp(`</${element}>`, 'i').test(source) ? '' : `\n</${element}>`;
}
