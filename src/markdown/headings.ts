import type { Element, Nodes, Parents, Root } from 'hast';
import { slug } from 'github-slugger';
import type { RenderContext } from './context.ts';

/**
 * The levels of headings that a post uses, the highest first. Posts begin with `##` or `####` as their authors liked; on the page
 * they follow the heading of the post without a gap, for those who move from heading to heading.
 */
export function levelsOf(tree: Root): number[] {
  const levels = new Set<number>();
  collectLevels(tree, levels);
  return [...levels].sort((a, b) => a - b);
}

function collectLevels({ children }: Parents, levels: Set<number>): void {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const isHeading = /^h[1-6]$/.test(child.tagName) && child.properties['className'] === undefined;
    if (isHeading) levels.add(Number(child.tagName.slice(1)));
    else collectLevels(child, levels);
  }
}

/** Puts a heading below those of the page, and gives it an id that is its own: `why`, then `why-1`. */
export function finishHeading(heading: Element, context: RenderContext): void {
  const level = context.headingLevels.indexOf(Number(heading.tagName.slice(1))) + context.options.headingBase;
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
