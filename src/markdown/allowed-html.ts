/** Names of elements, each with the names of the attributes it may have. */
export type AllowedHtml = ReadonlyMap<string, readonly string[]>;

/**
 * The raw HTML that a contributor may write: each element with the attributes it may have, besides `dir` and `lang`, which
 * all may have. The one list behind the report of what is dropped (raw-html.ts) and behind the sanitizer (sanitize-schema.ts).
 */
export const allowedHtml: AllowedHtml = new Map([
  // Text.
  ...bare('abbr b br cite code del dfn em i ins kbd mark p pre q s samp small span strong sub sup u var wbr'),
  ['abbr', ['title']],
  ['a', ['href', 'title']],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  // Ruby annotations, for Chinese and Japanese.
  ...bare('ruby rt rp bdi'),
  ['bdo', []],
  // Blocks.
  ...bare('blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr summary'),
  ['details', ['open']],
  ...bare('ul'),
  ['ol', ['start', 'reversed']],
  ['li', ['value']],
  // Tables.
  ...bare('table caption colgroup col thead tbody tfoot tr'),
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan', 'scope']],
]);

/** What may stand in a comment: text only. */
export const allowedInComments: AllowedHtml = new Map(
  [...allowedHtml].filter(([name]) =>
    /^(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|r[tp]|ruby|s|samp|small|span|strong|su[bp]|u|var|wbr)$/.test(
      name,
    ),
  ),
);

/** Attributes of every element: they say how text is to be read, and can do no harm. */
export const allowedEverywhere: readonly string[] = ['dir', 'lang'];

function bare(names: string): [string, string[]][] {
  return names.split(' ').map((name) => [name, []]);
}
