import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified, type Plugin, type Processor } from 'unified';
import { withDollars } from './dollars.ts';
import type { ParserName } from './options.ts';

/** CommonMark, the GitHub extensions and mathematics: what remark-gfm and remark-math add to remark-parse. */
const features = { gfm: true, math: true, frontmatter: false };

/** Sätteri as a parser of unified: its tree is mdast, so that every remark plugin works on it. */
const satteriParse: Plugin<[], string, Root> = function (this: Processor) {
  this.parser = (document) => withDollars((text) => markdownToMdast(text, { features }) as Root, document);
};

/** Pairs dollar signs as `satteriParse` does, with the parser that is there already. */
const dollarSigns: Plugin<[], string, Root> = function (this: Processor) {
  const { parser } = this;
  if (parser) this.parser = (document, file) => withDollars((text) => parser(text, file) as Root, document);
};

/** A processor that parses; not frozen, so that the transforms can be added. */
export function parserOf(name: ParserName) {
  const processor = unified();
  if (name === 'satteri') processor.use(satteriParse);
  else processor.use(remarkParse).use(remarkGfm).use(remarkMath).use(dollarSigns);
  // `use` changes the processor it is called on; only its type has to be told what the parser yields.
  return processor as unknown as Processor<Root, undefined, Root>;
}
