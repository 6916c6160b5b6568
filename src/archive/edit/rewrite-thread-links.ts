import { posix } from 'node:path';
import { markdownToMdast } from 'satteri';
import type { Nodes } from 'mdast';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** Where links to a thread shall lead: another thread, and for its answers perhaps other names. */
export type LinkMove = { from: string; to: string; answers?: ReadonlyMap<string, string> };

/**
 * Leads the links of a file to one thread to another: `../old/question.md`, `../old/answers/id.md` and `/questions/old/`, with their anchors. Links in code
 * stay; everything else of the text does too.
 * @param text the whole file; frontmatter is searched as well, since comments have links
 * @param path of the file below the content folder
 */
export function rewriteThreadLinks(text: string, path: string, move: LinkMove): string {
  if (!text.includes(move.from)) return text;
  const bodyStart = bodyOffset(text);
  const edits: TextEdit[] = [];
  const take = (address: string, from: number, to: number) => {
    const moved = movedAddress(address, path, move);
    const at = moved === undefined ? -1 : text.slice(from, to).lastIndexOf(address);
    if (moved !== undefined && at !== -1) edits.push({ from: from + at, to: from + at + address.length, text: moved });
  };
  const walk = (node: Nodes) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if ((node.type === 'link' || node.type === 'definition') && start !== undefined && end !== undefined)
      take(node.url, bodyStart + start, bodyStart + end);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(markdownToMdast(text.slice(bodyStart), { features: { gfm: true, math: true } }));
  // Comments are Markdown inside YAML: only addresses between parentheses are taken there.
  for (const match of text.slice(0, bodyStart).matchAll(/\]\(([^()\s]+)/g))
    take(match[1] ?? '', match.index, match.index + match[0].length);
  return applyEdits(text, edits);
}

function movedAddress(address: string, path: string, { from, to, answers }: LinkMove): string | undefined {
  const [, file = '', rest = ''] = /^([^#?]*)(.*)$/.exec(address) ?? [];
  if (file === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(file)) return undefined;
  const absolute = /^\/questions\/([^/]+)(\/?)$/.exec(file);
  if (absolute) {
    if (decoded(absolute[1] ?? '') !== from) return undefined;
    return `/questions/${to}${absolute[2] ?? ''}${movedAnchor(rest, answers)}`;
  }
  const target = posix.normalize(posix.join(posix.dirname(path), decoded(file)));
  const folder = `threads/${from}`;
  if (target !== folder && target !== `${folder}/` && !target.startsWith(`${folder}/`)) return undefined;
  const below = target
    .slice(folder.length)
    .replace(/^\/answers\/([^/]+)\.md$/, (whole, id: string) =>
      answers?.has(id) ? `/answers/${answers.get(id) ?? id}.md` : whole,
    );
  // A file of the thread itself has links to its own files that do not name the folder.
  if (path.startsWith(`${folder}/`) && !decoded(file).includes(from)) return undefined;
  const relative = posix.relative(posix.dirname(path), `threads/${to}${below}`);
  return encodeURI(relative) + (target.endsWith('/') ? '/' : '') + movedAnchor(rest, answers);
}

function movedAnchor(rest: string, answers: ReadonlyMap<string, string> | undefined): string {
  return rest.replace(/#(.+)$/, (whole, id: string) => (answers?.has(id) ? `#${answers.get(id) ?? id}` : whole));
}

function bodyOffset(text: string): number {
  const close = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  const newline = close === -1 ? -1 : text.indexOf('\n', close + 1);
  return newline === -1 ? 0 : newline + 1;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
