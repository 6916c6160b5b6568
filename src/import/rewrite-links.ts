import { markdownToMdast, type MdastNode } from 'satteri';
import { applyEdits, type TextEdit } from '../archive/edit/text-edit.ts';

/** A piece of text to put in the place of what stands between two offsets. */
/** The new address for one that was found, or undefined. */
export type Replace = (url: string, isPicture: boolean) => string | undefined;

/**
 * Whether a text may have a link to a post, or one without a host, which would lead nowhere here. To look costs a fraction of what it
 * costs to find the links.
 */
export function mayNeedLinks(markdown: string, postAddress: RegExp): boolean {
  return (
    postAddress.test(markdown) ||
    /(?:\]\(\s*<?|\]:\s*<?|(?:href|src)\s*=\s*["']?)(?!\s|<|["']|(?:https?|ftp|mailto):|#)/i.test(markdown)
  );
}

/**
 * Changes where links and pictures of a Markdown text lead, and nothing else: every other character stays as it was, and code
 * and formulas are not touched. A bare address becomes a link that shows it.
 * @param replace the new address for one that was found, or undefined if it stays; it is told whether a picture is shown from there
 */
export function rewriteLinks(markdown: string, replace: Replace): string {
  if (!/\]\(|\]:|:\/\/|(?:href|src)\s*=|www\./i.test(markdown)) return markdown;
  const edits: TextEdit[] = [];
  const tree = markdownToMdast(markdown, { features: { gfm: true, math: true } });
  collect(tree, markdown, replace, shownIn(tree, new Set()), edits);
  return applyEdits(markdown, edits);
}

/** Identifiers of the definitions that pictures have their address from, and addresses of pictures. */
function shownIn(node: MdastNode, shown: Set<string>): ReadonlySet<string> {
  if (node.type === 'imageReference') shown.add(`[${node.identifier}]`);
  else if (node.type === 'image') shown.add(node.url);
  if ('children' in node) for (const child of node.children) shownIn(child, shown);
  return shown;
}

function collect(
  node: MdastNode,
  markdown: string,
  replace: Replace,
  shown: ReadonlySet<string>,
  edits: TextEdit[],
): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from !== undefined && to !== undefined) {
    const raw = markdown.slice(from, to);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      // A link from a picture to itself, larger, goes where the picture goes.
      const isPicture = shown.has(node.type === 'definition' ? `[${node.identifier}]` : node.url);
      const url = replace(node.url, isPicture);
      if (url !== undefined) edits.push(...editOf(node, raw, from, url));
    } else if (node.type === 'html') {
      for (const match of raw.matchAll(/(\s(?:href|src)\s*=\s*)("[^"]*"|'[^']*')/gi)) {
        const [, name = '', quoted = ''] = match;
        const url = replace(quoted.slice(1, -1).replaceAll('&amp;', '&'), /src/i.test(name));
        if (url === undefined) continue;
        const at = from + match.index + name.length;
        edits.push({
          from: at,
          to: at + quoted.length,
          text: `"${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
        });
      }
    }
  }
  if ('children' in node) for (const child of node.children) collect(child, markdown, replace, shown, edits);
}

/** Where in the source of a link its address stands. Without one that can be found (an unusual way of writing) nothing is changed. */
function editOf(node: MdastNode, raw: string, from: number, url: string): TextEdit[] {
  if (node.type === 'link' && !raw.startsWith('[')) {
    const shown = raw.replace(/^<|>$/g, '');
    return [{ from, to: from + raw.length, text: `[${shown.replace(/[[\]\\_*]/g, '\\$&')}](${destination(url)})` }];
  }
  const inner = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined;
  const start =
    node.type === 'definition' ? raw.search(/\]:/) + 2 : endOfText(raw, inner === undefined ? 1 : inner - from);
  if (start < 2) return [];
  const match = /^(\(?\s*)(<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/.exec(raw.slice(start));
  if (!match) return [];
  const [, before = '', written = ''] = match;
  const at = from + start + before.length;
  return [{ from: at, to: at + written.length, text: destination(url) }];
}

/** The offset of the `(` behind the text of a link or picture. */
function endOfText(raw: string, from: number): number {
  const at = raw.indexOf('](', from);
  return at === -1 ? -1 : at + 1;
}

function destination(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, encodeURIComponent)}>` : url;
}
