import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** Where a link leads: a file or folder below the content folder, or an address of the site such as `/tags/python/`, and the anchor behind `#`, if any. */
export type Target = { file: string; anchor: string };

export type LinkRewrite = {
  /** Path of the file below the content folder, before and after it is moved. */
  path: string;
  newPath: string;
  /** Where what lay at a target lies now; nothing if it stays. */
  moved: (target: Target) => Target | undefined;
};

/**
 * Lets the relative links and pictures of a file go on leading to what they lead to, when the file or its targets are moved: `../old/question.md`,
 * `answers/id.md`, `#id`, `/questions/old/`. Links in code stay, and so does everything else of the text.
 * @param text the whole file; comments in its frontmatter have links too
 */
export function rewriteLinks(text: string, rewrite: LinkRewrite): string {
  const bodyStart = bodyOffset(text);
  const edits: TextEdit[] = [];
  const take = (address: string, from: number, to: number) => {
    const moved = movedAddress(address, rewrite);
    const at = moved === undefined ? -1 : text.slice(from, to).lastIndexOf(address);
    if (moved !== undefined && at !== -1) edits.push({ from: from + at, to: from + at + address.length, text: moved });
  };
  const walk = (node: Nodes) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if ('url' in node && start !== undefined && end !== undefined) take(node.url, bodyStart + start, bodyStart + end);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(markdownToMdast(text.slice(bodyStart), { features: { gfm: true, math: true } }));
  // Comments are Markdown inside YAML, which has no offsets of its own: links are found by their form.
  for (const match of text.slice(0, bodyStart).matchAll(/\]\(([^()\s]+)/g))
    take(match[1] ?? '', match.index, match.index + match[0].length);
  return applyEdits(text, edits);
}

function movedAddress(address: string, { path, newPath, moved }: LinkRewrite): string | undefined {
  const [, file = '', query = '', anchor = ''] = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(file)) return undefined;
  if (file === '' && anchor === '') return undefined;
  const page = /^\/questions\/([^/]+)(\/?)$/.exec(file);
  if (file.startsWith('/') && !page) {
    const to = moved({ file: file.endsWith('/') ? file : `${file}/`, anchor: decoded(anchor) });
    return to && to.file + query + (anchor === '' ? '' : `#${anchor}`);
  }
  const own = /^threads\/[^/]+/.exec(path)?.[0];
  const from = page
    ? `threads/${decoded(page[1] ?? '')}/question.md`
    : file === ''
      ? `${own ?? ''}/question.md`
      : posix.normalize(posix.join(posix.dirname(path), decoded(file)));
  const to = moved({ file: from, anchor: decoded(anchor) }) ?? { file: from, anchor: decoded(anchor) };
  const hash = to.anchor === '' ? '' : `#${to.anchor === decoded(anchor) ? anchor : to.anchor}`;
  if (page) {
    const [, slug, answer] = /^threads\/([^/]+)\/(?:question\.md|answers\/([^/]+)\.md)$/.exec(to.file) ?? [];
    const shown = `/questions/${slug ?? ''}${page[2] ?? ''}${query}${answer === undefined ? hash : `#${answer}`}`;
    return slug === undefined || shown === address ? undefined : shown;
  }
  const here = file === '' ? `${/^threads\/[^/]+/.exec(newPath)?.[0] ?? ''}/question.md` : undefined;
  if ((here ?? posix.normalize(posix.join(posix.dirname(newPath), decoded(file)))) === to.file)
    return to.anchor === decoded(anchor) ? undefined : file + query + hash;
  const slash = from.endsWith('/') && !to.file.endsWith('/') ? '/' : '';
  const shown = encodeURI(posix.relative(posix.dirname(newPath), to.file))
    .replaceAll('#', '%23')
    .replaceAll('?', '%3F');
  return shown + slash + query + hash;
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
