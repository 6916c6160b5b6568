import type { Element, ElementContent, Parents, Root } from 'hast';
import { emojiText } from './emoji.ts';
import { element, find, hasClass, property, text } from './elements.ts';
import { film, lines, onebox } from './onebox.ts';
import { quote } from './quote.ts';

export type PrepareContext = {
  /** The address of a post of the forum; undefined if the forum is not known. */
  topicUrl: (topic: string, post: string | undefined) => string | undefined;
  /** Is told each kind of thing that was changed. */
  changed: (kind: string, message: string) => void;
};

/** Turns what Discourse adds to the HTML of a post into plain elements: quotations, previews, emoji, pictures with a frame, spoilers. */
export function prepare(tree: Root, context: PrepareContext): void {
  replaceIn(tree, context);
}

function replaceIn(parent: Parents, context: PrepareContext): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') {
      if (child.type !== 'doctype') children.push(child);
      continue;
    }
    replaceIn(child, context);
    children.push(...replacement(child, context));
  }
  parent.children = children;
}

function replacement(node: Element, { topicUrl, changed }: PrepareContext): ElementContent[] {
  if (node.tagName === 'svg') return [];
  if (node.tagName === 'img') {
    if (hasClass(node, 'emoji')) {
      const shown = emojiText(node);
      changed(/^:.+:$/.test(shown) ? 'emoji-unknown' : 'emoji', `${property(node, 'title') ?? shown} → ${shown}`);
      return [text(shown)];
    }
    if (hasClass(node, 'avatar') || hasClass(node, 'site-icon') || !property(node, 'src')) return [];
    return [element('img', [], { src: property(node, 'src') ?? '', alt: altOf(node) })];
  }
  if (node.tagName === 'aside') {
    if (hasClass(node, 'quote')) return [quote(node, topicUrl)];
    if (hasClass(node, 'onebox')) {
      changed(
        'onebox',
        `the preview of a link is now a quotation: ${
          property(node, 'dataOneboxSrc') ??
          property(
            find([node], (inner) => inner.tagName === 'a'),
            'href',
          ) ??
          ''
        }`,
      );
      return [onebox(node)];
    }
  }
  if (hasClass(node, 'lazyYT') || hasClass(node, 'lazy-video-container')) {
    changed('film', 'a film in the page is now a link');
    return [film(node)];
  }
  if (hasClass(node, 'lightbox-wrapper')) return picture(node);
  if (node.tagName === 'a' && hasClass(node, 'lightbox')) return picture(node);
  if (node.tagName === 'a' && (hasClass(node, 'mention') || hasClass(node, 'mention-group'))) return node.children;
  if (node.tagName === 'a' && hasClass(node, 'anchor') && node.children.length === 0) return [];
  if (hasClass(node, 'spoiler') || hasClass(node, 'spoiled')) return spoiler(node, changed);
  if (node.tagName === 'pre' && find([node], (inner) => inner.tagName === 'ol')) return [lines(node)];
  if (hasClass(node, 'bbcode-b')) return [element('strong', node.children)];
  if (hasClass(node, 'bbcode-i')) return [element('em', node.children)];
  if (hasClass(node, 'bbcode-s')) return [element('del', node.children)];
  if (hasClass(node, 'bbcode-u')) return [element('ins', node.children)];
  return [node];
}

/** The full picture behind a small one; a link, where there is no small one. */
function picture(node: Element): ElementContent[] {
  const anchor = find([node], (inner) => inner.tagName === 'a');
  const small = find([node], (inner) => inner.tagName === 'img');
  if (!small) return node.tagName === 'a' ? [node] : anchor ? [anchor] : node.children;
  const full = property(anchor, 'href') ?? property(small, 'src') ?? '';
  return [element('img', [], { src: full, alt: altOf(small) || (property(anchor, 'title') ?? '') })];
}

function altOf(node: Element): string {
  const alt = property(node, 'alt') ?? '';
  return alt === 'image' ? '' : alt;
}

function spoiler(node: Element, changed: PrepareContext['changed']): ElementContent[] {
  if (node.tagName === 'span') {
    changed('spoiler-shown', 'words that were hidden in a line are shown: an archive hides whole paragraphs only');
    return node.children;
  }
  return [element('blockquote', node.children, { className: ['spoiler'] })];
}
