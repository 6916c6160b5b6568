import { limitsSchema } from '../../core/schema/config.ts';
import { renderBody } from '../../markdown/render-body.ts';
import type { Fixer } from './fixer.ts';

/**
 * White space at the end of lines. In Markdown two spaces there can break a line and in code they are code, so in a body only what leaves the
 * page as it is is taken out; in frontmatter only from lines of keys, not from texts over several lines.
 */
export const trailingSpace: Fixer = ({ text }) => {
  if (!/[ \t]+$/m.test(text)) return undefined;
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  const bodyStart = end === -1 ? 0 : text.indexOf('\n', end + 1) + 1;
  const head = text.slice(0, bodyStart);
  const cleanHead = /[|>][+-]?\d?[ \t]*(?:#.*)?$/m.test(head) ? head : head.replace(/[ \t]+$/gm, '');
  const body = text.slice(bodyStart);
  const cleaned = cleanHead + cleanBody(body);
  return cleaned === text ? undefined : { text: cleaned, did: ['took out white space at the end of lines'] };
};

const limits = limitsSchema.parse({});
/** Bodies with more such lines than this are cleaned as a whole or not at all: each trial renders the body. */
const mostTrials = 50;

function cleanBody(body: string): string {
  const before = page(body);
  const all = body.replace(/[ \t]+$/gm, '');
  if (all === body || before === undefined) return body;
  if (page(all) === before) return all;
  const lines = body.split('\n');
  const dirty = lines.flatMap((line, index) => (/[ \t]$/.test(line) ? [index] : []));
  if (dirty.length > mostTrials) return body;
  for (const index of dirty) {
    const line = lines[index] ?? '';
    lines[index] = line.trimEnd();
    if (page(lines.join('\n')) !== before) lines[index] = line;
  }
  return lines.join('\n');
}

/** What a page shows of a body; nothing for bodies that pass a limit, and are not rendered. */
function page(body: string): string | undefined {
  const { html, problems } = renderBody(body, {
    idPrefix: 'post',
    headingBase: 3,
    limits,
    resolveLink: (href) => ({ href }),
    resolvePicture: (src) => ({ src }),
  });
  return problems.some(({ rule }) => /^(?:post-too-long|too-deep|table-too-large|cannot-render)$/.test(rule))
    ? undefined
    : html;
}
