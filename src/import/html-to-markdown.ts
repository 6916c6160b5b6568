import type { Root } from 'hast';
import { htmlFragment } from './html/parse-fragment.ts';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { FormulaRepair } from './formula-repair.ts';
import { absoluteUrls } from './html/absolute-urls.ts';
import { blockquote, writeBlockquote } from './html/blockquote.ts';
import { code } from './html/code.ts';
import { formulas } from './html/formulas.ts';
import { tidy } from './html/tidy.ts';
import { keepBlock } from './html/kept-blocks.ts';
import { keepTag, lineBreak } from './html/kept-tags.ts';
import { mathElement } from './html/math-elements.ts';
import { writeText } from './html/write-text.ts';

export type HtmlToMarkdownOptions = {
  /** Address against which relative links and pictures are read: `https://example.org/questions/1`. */
  base?: string;
  /** Whether `$…$`, `$$…$$` and `\begin{…}` in the text are formulas, as on a site with MathJax, or mere signs. */
  math: boolean;
  /** Mends formulas that the archive's own typesetting does not understand; without it they stay as they are. */
  repair?: FormulaRepair;
  /** What a platform does to the tree before anything else: quotes, previews and pictures with wrappings of its own. */
  prepare?: (tree: Root) => void;
};

/**
 * Makes a function from the HTML of a post to Markdown that shows the same text. What Markdown has no sign for and an
 * archive allows (`kbd`, `sub`, `sup`, `ins`, definition lists) stays HTML; spoilers (`blockquote.spoiler`) become `>!`;
 * languages of code (`lang-x`, `language-x` on `pre` or `code`) are kept; formulas are kept to the letter.
 * @returns Markdown without blank lines at either end; the function throws only if elements are nested thousands deep
 */
export function createHtmlToMarkdown(options: HtmlToMarkdownOptions): (html: string) => string {
  const { base, math, repair, prepare } = options;
  const processor = unified()
    .use(htmlFragment)
    .use(() => (tree: Root) => {
      prepare?.(tree);
      if (base !== undefined) absoluteUrls(tree, base);
    })
    .use(rehypeRemark, {
      newlines: true,
      handlers: {
        blockquote,
        br: lineBreak,
        pre: code,
        span: mathElement,
        div: mathElement,
        dl: keepBlock,
        kbd: keepTag,
        sub: keepTag,
        sup: keepTag,
        ins: keepTag,
        small: keepTag,
        mark: keepTag,
        abbr: keepTag,
        details: keepBlock,
      },
    })
    .use(tidy)
    .use(math ? [[formulas, repair]] : [])
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkStringify, { bullet: '-', rule: '-', handlers: { blockquote: writeBlockquote, text: writeText } })
    .freeze();
  return (html) => String(processor.processSync(html)).trimEnd();
}
