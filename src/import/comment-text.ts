import { markdownToMdast, type MdastNode } from 'satteri';

/** What fits between the lines of `---` of a post, beside its other keys, in bytes of comments. */
export const roomForComments = 6000;

/**
 * A post's text as a comment can hold it: paragraphs of running text, joined by line breaks.
 * @param longest characters of Markdown
 * @returns undefined if it is longer, or has blocks or pictures, which no comment can hold
 */
export function commentText(markdown: string, longest: number): string | undefined {
  if (markdown.length > longest || markdown.trim() === '') return undefined;
  const tree = markdownToMdast(markdown, { features: { gfm: true, math: true } });
  if (!('children' in tree) || !tree.children.every((child) => child.type === 'paragraph' && isText(child)))
    return undefined;
  return markdown.trim().replace(/[ \t]*\n(?:[ \t]*\n)+[ \t]*/g, '\\\n');
}

/** The bytes that a comment takes in a file. */
export function sizeOfComment(text: string): number {
  return Buffer.byteLength(text) + 150;
}

function isText(node: MdastNode): boolean {
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference') return false;
  return !('children' in node) || node.children.every(isText);
}
