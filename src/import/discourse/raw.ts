import { markdownToMdast, type MdastNode } from 'satteri';
import { applyEdits, type TextEdit } from '../../archive/edit/text-edit.ts';
import { rewriteLinks } from '../rewrite-links.ts';
import { blocksOfBbcode } from './bbcode-blocks.ts';
import { withEmoji } from './emoji.ts';

export type RawContext = {
  /** The address of a post of the forum; undefined if the forum is not known. */
  topicUrl: (topic: string, post: string | undefined) => string | undefined;
  /** The address of an upload that the text calls `upload://NAME`. */
  uploadUrl: (name: string) => string;
};

/**
 * The Markdown of this archive for a post as it was typed in Discourse. There each end of a line is a line break, names between
 * colons are emoji, pictures have their size in their text, and a few blocks and words are BBCode; all else stays to the letter.
 */
export function markdownOfRaw(raw: string, { topicUrl, uploadUrl }: RawContext): string {
  const unix = raw.replace(/\r\n?/g, '\n');
  const blocks = blocksOfBbcode(unix, (attributes) => {
    const [name = '', ...parts] = attributes.split(',').map((part) => part.trim());
    const value = (key: string) => parts.find((part) => part.startsWith(`${key}:`))?.slice(key.length + 1);
    const topic = value('topic');
    const url = topic === undefined ? undefined : topicUrl(topic, value('post'));
    const shown = name.replace(/[\\[\]_*`<]/g, '\\$&');
    return shown === '' ? '' : `${url === undefined ? shown : `[${shown}](${url})`}:`;
  });
  const edits: TextEdit[] = [];
  collect(markdownToMdast(blocks, { features: { gfm: true, math: true } }), blocks, edits);
  return rewriteLinks(applyEdits(blocks, edits), (url) =>
    /^upload:\/\//.test(url) ? uploadUrl(url.slice('upload://'.length)) : undefined,
  ).trim();
}

function collect(node: MdastNode, source: string, edits: TextEdit[]): void {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from !== undefined && to !== undefined) {
    const written = source.slice(from, to);
    if (node.type === 'text') {
      const text = inlineBbcode(withEmoji(written)).replace(/(?<![\\ ])[ \t]*\n/g, '\\\n');
      if (text !== written) edits.push({ from, to, text });
      return;
    }
    if (node.type === 'image') {
      const size = /^!\[([^\]]*?)\|[^\]|]*\]/.exec(written);
      if (size) edits.push({ from, to: from + size[0].length, text: `![${size[1] ?? ''}]` });
      return;
    }
  }
  if ('children' in node) for (const child of node.children) collect(child, source, edits);
}

/** BBCode within a line, as far as it stands in one piece of text. */
function inlineBbcode(text: string): string {
  return text
    .replace(/\[b\](.+?)\[\/b\]/gi, '**$1**')
    .replace(/\[i\](.+?)\[\/i\]/gi, '*$1*')
    .replace(/\[s\](.+?)\[\/s\]/gi, '~~$1~~')
    .replace(/\[u\](.+?)\[\/u\]/gi, '<ins>$1</ins>')
    .replace(/\[url\](https?:[^\s[\]]+)\[\/url\]/gi, '<$1>')
    .replace(/\[url="?(https?:[^\s"[\]]+)"?\](.+?)\[\/url\]/gi, '[$2]($1)')
    .replace(/\[img\](https?:[^\s[\]]+)\[\/img\]/gi, '![]($1)');
}
