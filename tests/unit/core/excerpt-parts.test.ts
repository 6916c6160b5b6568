import { expect, it } from 'vitest';
import { excerptParts } from '../../../src/core/excerpt-parts.ts';

const plain = (text: string) => ({ text, marked: false });
const mark = (text: string) => ({ text, marked: true });

it('tells marked words from others, and leaves punctuation out of the mark', () => {
  expect(excerptParts('In <mark>C++,</mark> or (<mark>“lock”)</mark> it.')).toEqual([
    plain('In '),
    mark('C++'),
    plain(', or (“'),
    mark('lock'),
    plain('”) it.'),
  ]);
});

it('shows markup of the text as text', () => {
  expect(excerptParts('A &lt;mark&gt;b&lt;/mark&gt; <mark>&lt;img</mark> src=x onerror=alert(1)&gt;.')).toEqual([
    plain('A <mark>b</mark> <'),
    mark('img'),
    plain(' src=x onerror=alert(1)>.'),
  ]);
});

it('marks of an address only the words that were searched for', () => {
  expect(excerptParts('See <mark>https://example.org/how-votes-work#a.</mark>', 'voted')).toEqual([
    plain('See https://example.org/how-'),
    mark('votes'),
    plain('-work#a.'),
  ]);
});

it('says where it is cut', () => {
  expect(excerptParts('or <mark>lock</mark>')).toEqual([plain('… or '), mark('lock'), plain(' …')]);
  expect(excerptParts('<mark>Lock</mark> it!')).toEqual([mark('Lock'), plain(' it!')]);
});

it('has nothing of nothing', () => {
  expect(excerptParts('')).toEqual([]);
});
