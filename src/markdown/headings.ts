import type { Element, Nodes } from 'hast';
import { slug } from 'github-slugger';
import type { RenderContext } from './context.ts';

/** Puts a heading below those of the page, and gives it an id that is its own: `why`, then `why-1`. */
export function finishHeading(heading: Element, context: RenderContext): void {
  const level = Number(heading.tagName.slice(1)) + context.options.headingBase - 1;
  heading.tagName = `h${Math.min(6, level)}`;
  const text = slug(textOf(heading).trim()) || 'section';
  // The ids of notes are given by the parser and cannot give way.
  const name = /^fn(?:ref)?-|^footnotes$/.test(text) ? `section-${text}` : text;
  const id = unused(name, context);
  context.ids.add(id);
  heading.properties['id'] = `${context.options.idPrefix}_${id}`;
}

/** Goes on counting where the last heading of the name stopped: thousands of equal headings must not take seconds. */
function unused(name: string, { ids, headingCounts }: RenderContext): string {
  let id = name;
  let count = headingCounts.get(name) ?? 0;
  for (; ids.has(id); id = `${name}-${count}`) count += 1;
  headingCounts.set(name, count);
  return id;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // A mark of a footnote in a heading is not part of its name.
  if (!('children' in node) || (node.type === 'element' && node.properties['dataFootnoteRef'] !== undefined)) return '';
  return node.children.map(textOf).join('');
}
