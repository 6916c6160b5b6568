import type { Options as Schema } from 'rehype-sanitize';
import { allowedEverywhere, allowedHtml } from './allowed-html.ts';

/** An attribute's name in HTML, and the name of the property in a hast tree, where they differ. */
const properties: Readonly<Record<string, string>> = { colspan: 'colSpan', rowspan: 'rowSpan' };

const fromRawHtml = Object.fromEntries(
  [...allowedHtml].map(([name, attributes]) => [
    name,
    attributes.map((attribute) => properties[attribute] ?? attribute),
  ]),
);

/**
 * What passes the sanitizer. Built from nothing, not from the default schema, which lets through `id`, `name`, `style`-like
 * attributes of old HTML, and `input`s of any kind of element around them:
 *
 * - Elements and attributes that a contributor may write as raw HTML: the list in allowed-html.ts.
 * - What Markdown itself makes, and no more: `align` of table cells, `class` of code (`language-…`, and the marks of formulas),
 *   of task lists and of notes, the parts of footnotes, and check boxes, which are always disabled.
 * - `id` only on footnotes and their references, and only in their form. No `clobberPrefix`: a prefix that the sanitizer adds to ids
 *   but not to the links to them breaks footnotes; the ids get the post's own prefix afterwards (identifiers.ts).
 * - Addresses: https, http and mailto, and pictures https and http. No `data:`, not for pictures either: SVG can hold scripts.
 * - `script` and `style` go with their content, since it is not text; all other elements leave what is in them.
 * - Comments go: conditional comments once were code, and there is nothing in them for a reader.
 */
export const sanitizeSchema: Schema = {
  tagNames: [...allowedHtml.keys(), 'input', 'section'],
  attributes: {
    ...fromRawHtml,
    '*': [...allowedEverywhere],
    a: [
      ...(fromRawHtml['a'] ?? []),
      ['id', /^fnref-/],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['ariaDescribedBy', 'footnote-label'],
      'ariaLabel',
    ],
    code: [['className', /^language-/, 'math-inline', 'math-display']],
    details: [...(fromRawHtml['details'] ?? []), ['className', 'spoiler']],
    h2: [['id', 'footnote-label']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [...(fromRawHtml['li'] ?? []), ['className', 'task-list-item'], ['id', /^fn-/]],
    ol: [...(fromRawHtml['ol'] ?? []), ['className', 'contains-task-list']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: [...(fromRawHtml['td'] ?? []), ['align', 'left', 'center', 'right']],
    th: [...(fromRawHtml['th'] ?? []), ['align', 'left', 'center', 'right']],
    ul: [['className', 'contains-task-list']],
  },
  // A part of a table outside of one would close the elements around the post.
  ancestors: Object.fromEntries(
    ['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'].map((name) => [name, ['table']]),
  ),
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
};
