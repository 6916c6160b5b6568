import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { contextOf, placeOf, type RenderContext, type RenderFile } from './context.ts';

/** Makes one paragraph of a comment's tree. Blocks leave their text, pictures become links, each with a problem. */
export function flattenComment() {
  return (tree: Root, file: RenderFile): void => {
    const context = contextOf(file);
    const definitions = tree.children.filter((child) => child.type === 'definition');
    const content = tree.children.filter((child) => child.type !== 'definition');
    const block = content.find((child, index) => index > 0 || (child.type !== 'paragraph' && child.type !== 'html'));
    if (block) reportBlock(block, context);
    const paragraph: Paragraph = { type: 'paragraph', children: joined(content, context) };
    tree.children = [paragraph, ...definitions];
  };
}

function reportBlock(block: RootContent, context: RenderContext): void {
  context.problems.push({
    ...placeOf(block),
    severity: 'warning',
    rule: 'comment-block',
    message:
      'a comment is one paragraph: lists, quotations, headings, tables and blocks of code are shown as running text',
    fix: 'put longer text into an answer',
  });
}

/** The text of blocks, one behind the other with a blank between them. */
function joined(blocks: readonly Nodes[], context: RenderContext): PhrasingContent[] {
  return blocks.flatMap((block, index) =>
    index === 0 ? inline(block, context) : [text(' '), ...inline(block, context)],
  );
}

function inline(node: Nodes, context: RenderContext): PhrasingContent[] {
  switch (node.type) {
    case 'code':
      return [{ type: 'inlineCode', value: node.value.replace(/\n/g, ' ') }];
    case 'math':
      return [{ ...node, type: 'inlineMath' }];
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        return [text(index === 0 ? mark : ` ${mark}`), ...inline(item, context)];
      });
    case 'blockquote':
      return [text('> '), ...joined(node.children, context)];
    case 'image':
      reportPicture(node, context);
      return [
        {
          type: 'link',
          url: node.url,
          children: [text(node.alt?.trim() ? node.alt : node.url)],
          position: node.position,
        },
      ];
    case 'imageReference':
      reportPicture(node, context);
      return [{ ...node, type: 'linkReference', children: [text(node.alt?.trim() ? node.alt : node.identifier)] }];
    case 'footnoteReference':
      return [text(`[^${node.label ?? node.identifier}]`)];
    case 'footnoteDefinition':
      return [text(`[^${node.label ?? node.identifier}]: `), ...joined(node.children, context)];
    case 'listItem':
    case 'table':
    case 'tableRow':
      return joined(node.children, context);
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      return node.children.flatMap((child) => inline(child, context));
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return [{ ...node, children: node.children.flatMap((child) => inline(child, context)) } as PhrasingContent];
    case 'text':
    case 'html':
    case 'break':
    case 'inlineCode':
    case 'inlineMath':
      return [node];
    default:
      return [];
  }
}

function reportPicture(node: Nodes, context: RenderContext): void {
  context.problems.push({
    ...placeOf(node),
    severity: 'warning',
    rule: 'comment-picture',
    message: 'a comment shows no pictures: this one is shown as a link',
    fix: 'write it as a link: [what it shows](https://…)',
  });
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
