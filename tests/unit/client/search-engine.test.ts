import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openBuiltSearch } from '../../../scripts/bench/built-search.ts';
import { threadSlug } from '../../../src/core/ids.ts';
import { emptySearch, type SearchState } from '../../../src/core/search-state.ts';
import { writeFacts } from '../../../src/search/write-facts.ts';
import { answer, post, thread } from '../publish/thread.ts';
import { indexThreads } from '../search/indexed-threads.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-engine-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const about = (slug: string, title: string, text: string, answers: string[] = []) =>
  thread({
    slug: threadSlug.parse(slug),
    title,
    tags: [],
    question: post({ html: `<p>${text}</p>` }),
    answers: answers.map((html, index) => answer(`a${index}`, { html: `<p>${html}</p>` })),
  });

const filler = Array.from({ length: 8 }, (_, number) =>
  about(`other-${number}`, `Others ${number}`, 'What is the use of the state in the end?'),
);
const threads = [
  about('nodes', 'Why add "tail" nodes to the root?', 'It is a walk.'),
  about('nde', 'Names', 'The nde is a name. Root, add it.'),
  about('spread', 'Confirming', 'Status confirming existence anyons! And status, confirming, existence, anyons again.'),
  about('status', 'What is the status of confirming the existence of anyons?', 'Tell me.'),
  ...filler,
];
const engine = (async () => {
  const archive = await indexThreads(folder, threads);
  writeFacts({ archive, outDir: folder });
  archive.close();
  return openBuiltSearch(folder);
})();
async function search(query: string, state: Partial<SearchState> = {}) {
  const outcome = await (await engine).search({ ...emptySearch, query, ...state });
  const hits = await outcome.next(20);
  return { ...outcome, slugs: hits.map(({ url }) => url.split('/').at(-2)) };
}

describe('the search of an archive', () => {
  it('mends a word that only looks like the form of another, if nothing is found with that', async () => {
    expect(await search('"tail" ndes')).toMatchObject({ slugs: ['nodes'], mended: '"tail" nodes' });
    // It is not for the word that nothing is found.
    expect((await search('name ndes votes:7..')).mended).toBeUndefined();
    const alone = await search('ndes');
    expect(alone.mended).toBeUndefined();
    expect(alone.slugs).toEqual(['nde']);
  });

  it('puts a title first that has common words where the query has them', async () => {
    const { slugs } = await search('What is the status of confirming the existence of anyons?');
    expect(slugs.slice(0, 2)).toEqual(['status', 'spread']);
  });
});
