import type { Options as RehypeRemarkOptions } from 'rehype-remark';
import type { Options as RemarkStringifyOptions } from 'remark-stringify';

/** Turns an element of HTML into Markdown nodes. */
export type Handle = NonNullable<NonNullable<RehypeRemarkOptions['handlers']>[string]>;

/** Writes a quotation as text. */
export type WriteHandle = NonNullable<NonNullable<RemarkStringifyOptions['handlers']>['blockquote']>;
