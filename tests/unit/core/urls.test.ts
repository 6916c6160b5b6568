import { expect, it } from 'vitest';
import { tagName } from '../../../src/core/ids.ts';
import { alias } from '../../../src/core/schema/question.ts';
import { aliasPath, tagFolder } from '../../../src/core/urls.ts';

it.each([
  ['python', 'python'],
  ['node.js', 'node.js'],
  ['c#', 'c_sharp'],
  ['c++', 'c_plus_plus'],
  ['.net', 'dot_net'],
  ['a.', 'a_dot'],
  ['index.html', 'index_dot_html'],
  ['feed.xml', 'feed_dot_xml'],
  ['базы-данных', 'базы-данных'],
])('gives the tag %s the folder %s', (tag, folder) => {
  expect(tagFolder(tagName.parse(tag))).toBe(folder);
});

it.each([
  ['old', 'questions/old'],
  ['old/', 'questions/old'],
  ['questions/123', 'questions/123'],
  ['a//b/', 'a/b'],
])('puts the alias %s at %s', (given, path) => {
  expect(aliasPath(given)).toBe(path);
});

it.each([
  'index.html',
  'a/index.html',
  'questions/x.json',
  'x.md',
  'feed.xml/',
  'llms.txt/x',
  'a'.repeat(121),
  '../a',
  'a/./b',
])('refuses the alias %s, which the site could not be written with', (path) => {
  expect(alias.safeParse(path).success).toBe(false);
});
