import type { Element } from 'hast';
import type { RenderContext } from './context.ts';
import { englishWords } from './words.ts';

/** The section of notes: its heading on the level of the post's own, to be heard and not seen. */
export function finishFootnotes(section: Element, context: RenderContext): void {
  const { headingBase, words = englishWords } = context.options;
  delete section.properties['dataFootnotes'];
  section.properties['className'] = ['footnotes'];
  const heading = section.children.find((child) => child.type === 'element');
  if (heading?.properties['id'] !== 'footnote-label') return;
  heading.tagName = `h${Math.min(6, headingBase)}`;
  heading.properties = { id: own('footnotes', context), className: ['visually-hidden'] };
  heading.children = [{ type: 'text', value: words.footnotes }];
}

/** The id of a note, or of the place that cites it, under the name of the post. A second one of the same name goes. */
export function finishFootnoteId(element: Element, context: RenderContext): void {
  const id = String(element.properties['id']);
  if (context.ids.has(id)) delete element.properties['id'];
  else element.properties['id'] = own(id, context);
}

/** The link from the text to a note, or from a note back to the text. */
export function finishFootnoteLink(link: Element, context: RenderContext): void {
  const { idPrefix, words = englishWords } = context.options;
  const { href, ariaLabel } = link.properties;
  const toNote = link.properties['dataFootnoteRef'] !== undefined;
  link.properties = {
    href: `#${idPrefix}_${String(href).slice(1)}`,
    className: [toNote ? 'footnote-mark' : 'footnote-back'],
    ...(toNote
      ? { id: link.properties['id'], ariaDescribedBy: [`${idPrefix}_footnotes`] }
      : { ariaLabel: words.backToReference.replace('{reference}', String(ariaLabel)) }),
  };
  if (toNote) finishFootnoteId(link, context);
}

function own(id: string, context: RenderContext): string {
  context.ids.add(id);
  return `${context.options.idPrefix}_${id}`;
}
