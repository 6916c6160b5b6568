import type { Nodes, Parents, Root } from 'mdast';
import { allowedHtml, allowedInComments } from './allowed-html.ts';
import { contextOf, type RenderContext, type RenderFile } from './context.ts';
import { reportComments } from './html-comments.ts';
import { markDisplay } from './mathematics-source.ts';
import { filterRawHtml } from './raw-html.ts';
import { markSpoiler } from './spoiler.ts';
import { englishWords } from './words.ts';

/** A comment is text in a line: no blocks, no formulas on lines of their own. */
type Kind = 'post' | 'comment';

/** The one walk over the Markdown tree: raw HTML, formulas on lines of their own, and spoilers. */
export function prepare(kind: Kind) {
  return (tree: Root, file: RenderFile): void => {
    const context = contextOf(file);
    visit(tree, context, kind);
    reportComments(context);
  };
}

function visit(parent: Parents, context: RenderContext, kind: Kind): void {
  const { options } = context;
  // The length is read anew each time: what is between the tags of a script is taken out on the way.
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index] as Nodes;
    if (child.type === 'html') filterRawHtml(child, parent, context, kind === 'post' ? allowedHtml : allowedInComments);
    else if (child.type === 'inlineMath' && kind === 'post') markDisplay(child, context.source);
    else if ('children' in child) {
      if (child.type === 'blockquote') markSpoiler(child, (options.words ?? englishWords).spoiler);
      visit(child, context, kind);
    }
  }
}
