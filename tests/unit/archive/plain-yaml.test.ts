import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainYaml } from '../../../src/archive/plain-yaml.ts';
import { anyYaml, short } from '../../../src/archive/write-frontmatter.ts';

test('writes frontmatter', () => {
  const data = {
    title: 'Names: "good" ones',
    author: { name: 'Ada, L.', url: 'https://ada.example' },
    votes: -3,
    date: '2018-02-06T20:19:50.957Z',
    tags: ['c#', 'yes', '1.0', 'a: b'],
    links: [{ title: 'true', url: 'https://b.example/#x' }],
    comments: [
      { author: 'ada', votes: 0, text: 'One line # more' },
      { author: { name: 'B' }, text: 'Two\n\nlines' },
    ],
  };
  expect(plainYaml(data, short)).toBe(`title: 'Names: "good" ones'
author: {name: "Ada, L.", url: https://ada.example}
votes: -3
date: 2018-02-06T20:19:50.957Z
tags: [c#, yes, "1.0", "a: b"]
links:
  - title: "true"
    url: https://b.example/#x
comments:
  - author: ada
    votes: 0
    text: "One line # more"
  - author: {name: B}
    text: |-
      Two

      lines
`);
});

test.each([
  ['control characters', { title: 'a\u0007b' }],
  ['half a character', { title: 'a\ud83d' }],
  ['a blank line at the end', { title: 'a\n' }],
  ['several lines between brackets', { tags: ['a\nb'] }],
  ['an empty list', { tags: [] }],
  ['an empty mapping', { title: {} }],
  ['fractions', { votes: 0.5 }],
  ['minus nothing', { votes: -0 }],
  ['nothing', { title: null }],
  ['no keys', {}],
  ['a key that is no word', { 'a b': 'x' }],
  ['a key that is no text', { true: 'x' }],
])('leaves %s to the package', (_, data) => {
  expect(plainYaml(data, short)).toBeUndefined();
});

// Pieces of which the signs that mean something to YAML are made, so that they meet more often than by chance.
const piece = fc.constantFrom(
  ...' :#-?,[]{}&*!|>\'"%@`\\~.+0179eExno\n\tab$',
  ...[
    '---',
    '...',
    ': ',
    ' #',
    '- ',
    '\n\n',
    'null',
    'true',
    '.5',
    '1e3',
    '0x1f',
    'é',
    '😀',
    '\u2028',
    '\u00a0',
    '\ufeff',
  ],
);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
);
const optional = { requiredKeys: [] };
const byline = fc.oneof(text, fc.record({ name: text, url: text }, optional));
const frontmatter = fc.record(
  {
    title: text,
    description: text,
    synonyms: fc.array(text, { maxLength: 3 }),
    author: byline,
    votes: fc.oneof(fc.integer(), fc.double()),
    tags: fc.array(text, { maxLength: 3 }),
    links: fc.array(fc.record({ title: text, url: text }, optional), { maxLength: 2 }),
    source: fc.record({ site: text, url: text, id: text }, optional),
    comments: fc.array(fc.record({ author: byline, votes: fc.integer(), text }, optional), { maxLength: 3 }),
  },
  optional,
);

test('writes to the byte what the yaml package writes', () => {
  fc.assert(
    fc.property(frontmatter, (data) => {
      const plain = plainYaml(data, short);
      // What it leaves to the package, most of such data, does not count as a run.
      fc.pre(plain !== undefined);
      expect(plain).toBe(anyYaml(data));
    }),
    { numRuns: 400 },
  );
});
