import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { checkAddresses } from './addresses.ts';
import { checkDepth } from './check-depth.ts';
import { reportConflicts } from './conflicts.ts';
import { finish } from './finish.ts';
import { flattenComment } from './flatten-comment.ts';
import { mathematicsHandlers } from './mathematics-source.ts';
import type { ParserName } from './options.ts';
import { parserOf } from './parsers.ts';
import { collectText } from './plain-text.ts';
import { prepare } from './prepare.ts';
import { parseRawHtml } from './raw-html-tree.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { reportUnclosedCode } from './unclosed-code.ts';
import { reportUnseen } from './unseen.ts';
import { reportUnshown } from './unshown.ts';

const toHast: Options = {
  allowDangerousHtml: true,
  // Ids get the post's own prefix after sanitizing.
  clobberPrefix: '',
  // Only the number: the words around it come with the options of each body.
  footnoteBackLabel: (index, again) => (again > 1 ? `${index + 1}-${again}` : `${index + 1}`),
  handlers: mathematicsHandlers,
};

/** `raw` nodes at this point are formulas that mathml.ts wrote: the sanitizer lets none of a contributor's through. */
const toHtml = { allowDangerousHtml: true };

/** Frozen once: putting a processor together costs more than rendering a short post. What differs by post is in its context. */
export const bodyProcessors = { satteri: bodyProcessor('satteri'), remark: bodyProcessor('remark') };
export const commentProcessors = { satteri: commentProcessor('satteri'), remark: commentProcessor('remark') };

function bodyProcessor(parser: ParserName) {
  return parserOf(parser)
    .use(checkDepth)
    .use(reportUnshown)
    .use(reportConflicts)
    .use(reportUnclosedCode)
    .use(reportUnseen)
    .use(prepare, 'post')
    .use(remarkRehype, toHast)
    .use(parseRawHtml)
    .use(checkAddresses)
    .use(rehypeSanitize, sanitizeSchema)
    .use(collectText)
    .use(finish)
    .use(rehypeStringify, toHtml)
    .freeze();
}

function commentProcessor(parser: ParserName) {
  return parserOf(parser)
    .use(checkDepth)
    .use(reportUnseen)
    .use(flattenComment)
    .use(prepare, 'comment')
    .use(remarkRehype, toHast)
    .use(parseRawHtml)
    .use(checkAddresses)
    .use(rehypeSanitize, sanitizeSchema)
    .use(finish)
    .use(unwrapParagraph)
    .use(rehypeStringify, toHtml)
    .freeze();
}

/** A comment stands in a paragraph of the page, beside its author and date. */
function unwrapParagraph() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'p' ? child.children : [child],
    );
  };
}
