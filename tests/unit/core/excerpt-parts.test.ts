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
  expect(excerptParts('a &lt;mark&gt;b&lt;/mark&gt; <mark>&lt;img</mark> src=x onerror=alert(1)&gt;')).toEqual([
    plain('a <mark>b</mark> '),
    mark('<img'),
    plain(' src=x onerror=alert(1)>'),
  ]);
});

it('has nothing of nothing', () => {
  expect(excerptParts('')).toEqual([]);
});
