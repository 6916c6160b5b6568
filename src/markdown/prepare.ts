import type { Nodes, Parents, Root } from 'mdast';
import { allowedHtml, allowedInComments } from './allowed-html.ts';
import { contextOf, placeOf, type RenderContext, type RenderFile } from './context.ts';
import { tooDeep } from './limits.ts';
import { markDisplay } from './mathematics-source.ts';
import { filterRawHtml } from './raw-html.ts';
import { markSpoiler } from './spoiler.ts';
import { englishWords } from './words.ts';

/** How deep a tree may be in all. The steps behind this one call themselves for each level. */
const deepestTree = 200;

/** A comment is text in a line: no blocks, no formulas on lines of their own. */
type Kind = 'post' | 'comment';

/** The one walk over the Markdown tree: limits that only the tree shows, raw HTML, and spoilers. */
export function prepare(kind: Kind) {
  return (tree: Root, file: RenderFile): void => {
    visit(tree, contextOf(file), kind, 0, 0);
  };
}

function visit(parent: Parents, context: RenderContext, kind: Kind, depth: number, containers: number): void {
  const { options } = context;
  if (containers > options.limits.nesting || depth > deepestTree) throw tooDeep(placeOf(parent), options.limits);
  // The length is read anew each time: what is between the tags of a script is taken out on the way.
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index] as Nodes;
    if (child.type === 'html') filterRawHtml(child, parent, context, kind === 'post' ? allowedHtml : allowedInComments);
    else if (child.type === 'inlineMath' && kind === 'post') markDisplay(child, context.source);
    else if ('children' in child) {
      if (child.type === 'blockquote') markSpoiler(child, (options.words ?? englishWords).spoiler);
      visit(
        child,
        context,
        kind,
        depth + 1,
        containers + (child.type === 'blockquote' || child.type === 'list' ? 1 : 0),
      );
    }
  }
}
