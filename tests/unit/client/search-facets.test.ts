import { expect, it } from 'vitest';
import { countFacets } from '../../../src/client/search-facets.ts';
import { emptySearch, type SearchState } from '../../../src/core/search-state.ts';

it('adds up the languages, and counts a chosen year’s rivals as if it were not chosen', async () => {
  const asked: SearchState[] = [];
  const facets = await countFacets({ ...emptySearch, query: 'x', year: '2024' }, undefined, (state) => {
    asked.push(state);
    const year = state.year ? { '2024': 2 } : { '2023': 7, '2024': 2 };
    return Promise.resolve([
      { language: 'en', total: 4, filters: { year, tag: { a: 1, b: 3, none: 0 }, state: { answered: 4 } } },
      { language: 'ru', total: 5, filters: { year: { '2024': 1 }, tag: { a: 4 } } },
    ]);
  });
  expect(asked).toEqual([
    { ...emptySearch, query: 'x', year: '2024' },
    { ...emptySearch, query: 'x' },
  ]);
  expect(facets).toEqual({
    tag: [
      { value: 'a', count: 5 },
      { value: 'b', count: 3 },
    ],
    author: [],
    year: [
      { value: '2024', count: 3 },
      { value: '2023', count: 7 },
    ],
    state: [{ value: 'answered', count: 4 }],
    lang: [
      { value: 'ru', count: 5 },
      { value: 'en', count: 4 },
    ],
  });
});

it('counts within the chosen language, and the languages without it', async () => {
  const facets = await countFacets({ ...emptySearch, query: 'x', lang: 'en' }, undefined, (state) => {
    expect(state.lang).toBeUndefined();
    return Promise.resolve([
      { language: 'en', total: 1, filters: { tag: { a: 1 } } },
      { language: 'ru', total: 2, filters: { tag: { a: 2 } } },
    ]);
  });
  expect(facets.tag).toEqual([{ value: 'a', count: 1 }]);
  expect(facets.lang).toEqual([
    { value: 'ru', count: 2 },
    { value: 'en', count: 1 },
  ]);
});

it('asks nothing that is known', async () => {
  const known = [{ language: 'en', total: 1, filters: { tag: { a: 1 } } }];
  const facets = await countFacets({ ...emptySearch, query: 'x' }, known, () => Promise.reject(new Error('asked')));
  expect(facets.tag).toEqual([{ value: 'a', count: 1 }]);
});
