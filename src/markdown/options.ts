import type { Limits } from '../core/schema/config.ts';
import type { RenderWords } from './words.ts';

/** Which parser reads the Markdown: `satteri` is the fast one of the build, `remark` the reference it is held against. */
export type ParserName = 'satteri' | 'remark';

/** What a resolver says of an address that leads nowhere: why, as the end of a sentence, and what to write instead. */
export type Unresolved = { problem: string; fix?: string };

export type RenderOptions = {
  /** Unique on the page and not empty, such as the answer's id. Each id in the body begins with it and `_`, which no id of an answer has: `question_why-it-works`. */
  idPrefix: string;
  /** The level that `# Heading` gets, from 1 to 6; deeper headings follow, down to h6. */
  headingBase: number;
  limits: Limits;
  /** The line of the file that the body begins on, for messages that name further lines. Default 1. */
  firstLine?: number;
  /** Default `satteri`. */
  parser?: ParserName;
  /** Default English. */
  words?: RenderWords;
  /** Called for each link that is relative, and for each `#fragment` that the body itself does not have. */
  resolveLink(href: string): { href: string } | Unresolved;
  /** Called for each picture whose address is relative. Sizes are in CSS pixels. */
  resolvePicture(src: string): { src: string; width?: number; height?: number } | Unresolved;
};
