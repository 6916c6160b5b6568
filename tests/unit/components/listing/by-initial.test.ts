import { expect, it } from 'vitest';
import { byInitial } from '../../../../src/components/listing/by-initial.ts';
import { tagName } from '../../../../src/core/ids.ts';

const tag = (name: string) => ({ name: tagName.parse(name), title: name, synonyms: [], html: '', threadCount: 1 });
const grouped = (names: string[], lang: string) =>
  byInitial(names.map(tag), lang).map(([initial, tags]) => [initial, tags.map(({ name }) => name)]);

it('groups by the first letter, in the order of the language, and signs first', () => {
  expect(grouped(['zsh', 'базы', 'c++', '.net', 'éclair', 'c#', 'editor', '7z'], 'en')).toEqual([
    ['#', ['.net', '7z']],
    ['C', ['c#', 'c++']],
    ['E', ['éclair', 'editor']],
    ['Z', ['zsh']],
    ['Б', ['базы']],
  ]);
});

it('puts the alphabet of the language first', () => {
  expect(grouped(['api', 'яндекс'], 'ru')).toEqual([
    ['Я', ['яндекс']],
    ['A', ['api']],
  ]);
});

it('orders numbers by their value', () => {
  expect(grouped(['python-3', 'python-10', 'python-2'], 'en')).toEqual([['P', ['python-2', 'python-3', 'python-10']]]);
});
