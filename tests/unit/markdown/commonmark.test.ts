import { tests as examples } from 'commonmark-spec';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToMdast } from 'satteri';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parserOf } from '../../../src/markdown/parsers.ts';
import { parsers } from './render.ts';

const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();
const reference = unified().use(remarkParse).freeze();

const fast = (markdown: string) =>
  markdownToMdast(markdown, { features: { gfm: false, math: false, frontmatter: false } }) as Root;

const differing = (parse: (markdown: string) => Root) =>
  examples
    .filter(
      ({ markdown, html }) =>
        normalized(toHtml.stringify(toHtml.runSync(parse(markdown.replaceAll('→', '\t'))))) !==
        normalized(html.replaceAll('→', '\t')),
    )
    .map(({ number }) => number);

/** One spelling for what HTML lets one spell in several ways: signs that need no escape, `<br />`, and line breaks beside tags. */
function normalized(html: string): string {
  return html
    .replace(/&#x(?:3c|26);/gi, (entity) => (entity.toLowerCase() === '&#x3c;' ? '&lt;' : '&amp;'))
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/ \/>/g, '>')
    .replace(/\n(?=<)|(?<=>)\n/g, '')
    .trim();
}

test('the reference parser does all 652 examples of CommonMark', () => {
  expect(examples).toHaveLength(652);
  expect(differing((markdown) => reference.parse(markdown))).toEqual([]);
});

test('the fast parser does so too', () => {
  expect(differing(fast)).toEqual([]);
});

test('with all extensions on, both parsers make the same of the examples', () => {
  const differ = examples.filter(({ markdown }) => {
    const [one, other] = parsers.map((name) => {
      const processor = parserOf(name).freeze();
      return toHtml.stringify(toHtml.runSync(processor.parse(markdown)));
    });
    return one !== other;
  });
  expect(differ.map(({ number }) => number)).toEqual([]);
});

test('the comparison sees a difference', () => {
  expect(differing((markdown) => fast(markdown.replace('foo', 'bar'))).length).toBeGreaterThan(200);
});
