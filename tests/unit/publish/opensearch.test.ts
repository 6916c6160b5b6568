import { expect, test } from 'vitest';
import { opensearch } from '../../../src/publish/opensearch.ts';
import { hostile, urls } from './thread.ts';
import { textsOf, xmlTree } from './xml-tree.ts';

test('a browser learns where to search', () => {
  const tree = xmlTree(opensearch({ title: 'Answers for gardeners', description: 'Soil & seed', locale: 'en' }, urls));
  expect(textsOf(tree, 'ShortName')).toEqual(['Answers for gard']);
  expect(textsOf(tree, 'Description')).toEqual(['Soil & seed']);
  expect(tree.children.at(-2)).toEqual({
    name: 'Url',
    attributes: { type: 'text/html', template: 'https://example.org/archive/search/?q={searchTerms}' },
    children: [],
  });
});

test('it is well-formed with any title', () => {
  expect(() => xmlTree(opensearch({ title: hostile, description: hostile, locale: 'en' }, urls))).not.toThrow();
});
