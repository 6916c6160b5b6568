import type { Nodes } from 'mdast';
import { isGuide } from '../../core/contribute/guide-text.ts';
import { htmlTokens } from '../../markdown/html-tags.ts';
import { parserOf } from '../../markdown/parsers.ts';
import type { Fixer } from './fixer.ts';

const parser = parserOf('satteri').freeze();

/** Takes the guides out of a file, where they are not shown as code. One that somebody wrote into stays: its text is the post. */
export const guides: Fixer = ({ text }) => {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  const bodyStart = end === -1 ? 0 : text.indexOf('\n', end + 1) + 1;
  if (end !== -1 && bodyStart === 0) return undefined;
  const body = text.slice(bodyStart);
  const cleaned = withoutGuides(body);
  return cleaned === body
    ? undefined
    : { text: text.slice(0, bodyStart) + cleaned, did: ['took out the guide for writing'] };
};

/** The body of a post without the comments that a prefilled file explains itself with, `<!-- guide: … -->`. */
export function withoutGuides(body: string): string {
  if (!/<!--\s*guide:/i.test(body)) return body;
  let cleaned = '';
  let done = 0;
  for (const [from, to] of guidesIn(body)) {
    cleaned += body.slice(done, from);
    // A guide on lines of its own goes with them, and with the blank lines that were between it and what is above.
    const isAlone = /(?:^|\n)[ \t]*$/.test(cleaned) && /^[ \t]*(?:\n|$)/.test(body.slice(to));
    if (isAlone) cleaned = cleaned.replace(/[ \t]+$/, '');
    const after = isAlone ? /^[ \t]*\n?/.exec(body.slice(to)) : undefined;
    done = to + (after?.[0].length ?? 0);
    if (isAlone && /(?:^|\n\n)$/.test(cleaned)) done += /^\n*/.exec(body.slice(done))?.[0].length ?? 0;
  }
  return cleaned + body.slice(done);
}

/** Where guides begin and end in a body, in their order. Those in quotations and lists are left: their lines have marks in between. */
function guidesIn(body: string): [number, number][] {
  const found: [number, number][] = [];
  const open: Nodes[] = [parser.parse(body)];
  for (let node = open.pop(); node; node = open.pop()) {
    const start = node.position?.start.offset;
    if (node.type === 'html' && start !== undefined && body.startsWith(node.value, start)) {
      for (const token of htmlTokens(node.value)) {
        if (token.kind === 'comment' && isGuide(node.value.slice(token.start, token.end)))
          found.push([start + token.start, start + token.end]);
      }
    }
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}
