import { markdownToMdast, type MdastNode } from 'satteri';
import { applyEdits, type TextEdit } from '../../archive/edit/text-edit.ts';
import { allowedHtml } from '../../markdown/allowed-html.ts';

/** Elements of HTML that say nothing themselves; their text is shown without them. */
const silent = new Set([
  'html',
  'head',
  'body',
  'center',
  'font',
  'main',
  'article',
  'section',
  'header',
  'footer',
  'nav',
  'picture',
  'source',
  'tt',
  'strike',
  'big',
  'meta',
  'link',
]);
/** Elements that GitHub takes out with all that is in them, or that have no text. */
const known = new Set([
  'script',
  'style',
  'iframe',
  'video',
  'audio',
  'svg',
  'math',
  'form',
  'input',
  'button',
  'object',
  'embed',
  'textarea',
  'title',
  'track',
  'param',
  'canvas',
  'noscript',
  'path',
  'g',
]);

/**
 * Markdown as it was typed on GitHub, with two changes: tags that no HTML has, such as `<region>` in an example, which GitHub
 * swallows, are written so that they show; and tags that frame a page, such as `<html>`, go.
 */
export function cleanBody(body: string): { text: string; shown: string[] } {
  const markdown = body.replace(/\r\n?/g, '\n');
  if (!markdown.includes('<')) return { text: markdown, shown: [] };
  const edits: TextEdit[] = [];
  const shown: string[] = [];
  visit(markdownToMdast(markdown, { features: { gfm: true, math: true } }), (node) => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (node.type !== 'html' || from === undefined || to === undefined) return;
    for (const match of markdown
      .slice(from, to)
      .matchAll(/<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi)) {
      const [whole, , name = 'html'] = match;
      const tag = name.toLowerCase();
      if (allowedHtml.has(tag) || known.has(tag)) continue;
      const at = { from: from + match.index, to: from + match.index + whole.length };
      if (silent.has(tag)) edits.push({ ...at, text: '' });
      else {
        edits.push({ ...at, text: whole.replace('<', '&lt;').replace(/>$/, '&gt;') });
        shown.push(whole);
      }
    }
  });
  return { text: applyEdits(markdown, edits), shown };
}

function visit(node: MdastNode, see: (node: MdastNode) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
