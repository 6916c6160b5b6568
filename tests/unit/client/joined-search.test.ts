import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeHits } from '../../../src/client/merge-hits.ts';
import { openJoinedPart } from '../../../src/client/joined-search.ts';
import { threadSlug } from '../../../src/core/ids.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { planSearch } from '../../../src/core/query/plan.ts';
import { emptySearch } from '../../../src/core/search-state.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { stackexchange } from '../../../src/import/stackexchange.ts';
import { indexOrders, readIndexedPage } from '../../../src/search/index-order.ts';
import { writeFacts } from '../../../src/search/write-facts.ts';
import { builtFacts, builtPart } from '../../../scripts/bench/built-search.ts';
import { randomNumbers } from '../../../scripts/bench/random-numbers.ts';
import { fixtureThreads } from '../../fixture-threads.ts';
import { corpus, importAndLoad } from '../import/corpora.ts';
import { answer, post, thread } from '../publish/thread.ts';
import { indexThreads } from '../search/indexed-threads.ts';

const root = mkdtempSync(join(tmpdir(), 'responsa-joined-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Indexes threads in English, and opens what the page asks, without a browser. @returns asks it */
async function openArchive(name: string, threads: readonly RenderedThread[]) {
  const folder = join(root, name);
  mkdirSync(folder);
  const archive = await indexThreads(folder, threads);
  writeFacts({ archive, outDir: folder });
  archive.close();
  const part = builtPart(folder, 'en');
  const joined = openJoinedPart('en', part, builtFacts(folder), new Set());
  const slugs = indexOrders(join(folder, 'pagefind')).flatMap(({ ids }) =>
    ids.map((id) => readIndexedPage(join(folder, 'pagefind'), id).url.split('/').at(-2) ?? ''),
  );
  const find = (text: string) => {
    const { query } = parseQuery(text);
    return joined.search(query, planSearch(query), emptySearch, 20_000);
  };
  const firstHit = async (text: string) => {
    const results = await find(text);
    const [hit] = await mergeHits(
      [{ language: 'en', results, hit: part.hit }],
      planSearch(parseQuery(text).query).marked,
      '/',
    )(1);
    return hit;
  };
  return {
    search: async (text: string): Promise<string[]> => (await find(text)).map(({ row }) => slugs[row] ?? '').sort(),
    /** Of the first thread that is found, the posts that a hit shows. */
    shown: async (text: string): Promise<string[]> =>
      ((await firstHit(text))?.posts ?? []).map(({ url }) => url.replace(/.*#/, '')).sort(),
    /** And what is marked in it. */
    marked: async (text: string): Promise<string[]> =>
      ((await firstHit(text))?.posts ?? []).flatMap(({ excerpt }) =>
        excerpt.flatMap(({ text, marked }) => (marked ? [text] : [])),
      ),
  };
}

const slug = (text: string) => threadSlug.parse(text);
const html = (text: string) => ({ html: `<p>${text}</p>` });

describe('words beside a kind of post', () => {
  const threads = [
    thread({
      slug: slug('locks'),
      title: 'How do locks work?',
      question: post(html('Two processes write one file, and both end.')),
      answers: [
        answer('flock', { ...html('Call flock before you write'), accepted: true }),
        answer('empty', { html: '<p></p>' }),
        answer('other', html('A database has locks.')),
        answer('none', { html: '<hr>' }),
      ],
    }),
    thread({
      slug: slug('files'),
      title: 'Files',
      question: post({ ...html('What is a database? Call me.'), comments: [{ ...post(html('See flock.')) }] }),
    }),
  ];

  it.each([
    ['flock', ['files', 'locks']],
    ['is:question flock', ['files']],
    ['is:answer flock', ['locks']],
    ['is:accepted flock', ['locks']],
    ['is:accepted database', []],
    ['is:answer database', ['locks']],
    ['is:answer database flock', []],
    ['is:answer locks', ['locks']],
    ['is:accepted locks', []],
    ['is:question locks', ['locks']],
    ['is:accepted title:locks', ['locks']],
    ['is:question body:locks', []],
    ['is:question "locks work"', ['locks']],
    ['is:answer "locks work"', []],
    ['is:answer "call flock"', ['locks']],
    // In a row, but of two posts.
    ['"end call"', ['locks']],
    ['is:question "end call"', []],
    ['is:answer "end call"', []],
    ['is:answer "write a database"', []],
    ['is:answer -flock', ['locks']],
    ['is:accepted -flock', []],
    ['is:question -flock', ['locks']],
    ['is:accepted database or flock', ['locks']],
    ['is:question database or "two processes"', ['files', 'locks']],
  ])('%s', async (query, found) => {
    expect(await (await archive).search(query)).toEqual(found);
  });
  it.each([
    ['is:answer flock or locks', ['flock', 'other']],
    ['flock or locks', ['flock', 'other']],
    ['"call flock" "a database"', ['flock', 'other']],
    ['is:answer title:locks or flock', ['flock']],
  ])('shows of %s the posts that have any of it', async (query, posts) => {
    expect(await (await archive).shown(query)).toEqual(posts);
  });
  const archive = openArchive('small', threads);
});

describe('words in code', () => {
  const threads = [
    thread({
      slug: slug('block'),
      title: 'How do I call flock?',
      tags: [],
      question: post({
        html: '<p>Not so:</p><pre><code>while True:\n  lock_file(path)  # über</code></pre><p>Path, and file.</p>',
        hasCode: true,
      }),
      answers: [
        answer('a', {
          html: '<p>lock_file(path) <code>flock</code></p><pre><code>import fcntl</code></pre>',
          accepted: true,
          hasCode: true,
        }),
        answer('b', { ...html('See lock_file.'), comments: [{ ...post(html('Or fcntl.')) }] }),
      ],
    }),
    thread({
      slug: slug('words'),
      title: 'fcntl',
      tags: [],
      question: post(html('Lock a path, while true, by fcntl.')),
    }),
  ];
  const archive = openArchive('code', threads);

  it.each([
    ['fcntl', ['block', 'words']],
    ['code:fcntl', ['block']],
    ['code:flock', []],
    // A part of a name.
    ['code:file', ['block']],
    ['code:lock_file', ['block']],
    ['code:path', ['block']],
    ['code:über', ['block']],
    ['code:"while true"', ['block']],
    // In a row, but of two blocks, of which one is no code.
    ['code:"so while"', []],
    ['body:"so while"', ['block']],
    ['code:path code:fcntl', ['block']],
    ['is:question code:path', ['block']],
    ['is:answer code:path', []],
    ['is:accepted code:fcntl', ['block']],
    ['-code:fcntl', ['words']],
    ['code:fcntl or title:fcntl', ['block', 'words']],
    ['fcntl code:path', ['block']],
  ])('%s', async (query, found) => {
    expect(await (await archive).search(query)).toEqual(found);
  });

  it('shows the posts that have them there', async () => {
    expect(await (await archive).shown('code:fcntl')).toEqual(['a']);
    expect(await (await archive).shown('code:path')).toEqual(['/questions/block/']);
    // It is in the text behind the code too.
    expect(await (await archive).marked('code:path')).toEqual(['path']);
  });
});

/** Holds queries against an index in which every post is a thread of its own. */
async function holdAgainstPosts(name: string, threads: readonly RenderedThread[], count: number): Promise<number> {
  const english = threads.filter(({ lang }) => lang === 'en');
  const posts = english.flatMap((one) => [
    { one, post: one.question, kinds: ['question'] },
    ...one.answers.map((post) => ({ one, post, kinds: post.accepted ? ['answer', 'accepted'] : ['answer'] })),
  ]);
  const { search } = await openArchive(name, english);
  const { search: searchPosts } = await openArchive(
    `${name}-alone`,
    posts.map(({ one, post }, number) =>
      post === one.question
        ? { ...one, slug: slug(`post-${number}`), answers: [] }
        : thread({ slug: slug(`post-${number}`), title: '?', tags: [], question: post }),
    ),
  );
  const random = randomNumbers(5);
  const below = (limit: number) => Math.floor(random() * limit);
  const phrase = (): string => {
    const { post } = posts[below(posts.length)] ?? { post: undefined };
    const words = post?.html.replace(/<[^>]*>|&[^;]*;/g, ' ').match(/\p{L}{4,}(?: \p{L}{4,})?/gu) ?? [];
    const [word = 'word'] = words.slice(below(words.length));
    return `"${random() < 0.5 ? (word.split(' ')[0] ?? word) : word}"`;
  };
  let some = 0;
  for (let index = 0; index < count; index++) {
    const kind = (['question', 'answer', 'accepted'] as const)[below(3)] ?? 'answer';
    const words = Array.from({ length: 1 + below(2) }, () => (random() < 0.2 ? '-' : '') + phrase()).join(
      random() < 0.3 ? ' or ' : ' ',
    );
    const text = `is:${kind} ${words}`;
    const found = new Set(await searchPosts(words));
    const expected = new Set(
      posts.flatMap(({ one, kinds }, number) =>
        kinds.includes(kind) && found.has(`post-${number}`) ? [one.slug] : [],
      ),
    );
    expect({ text, found: await search(text) }).toEqual({ text, found: [...expected].sort() });
    if (expected.size > 0 && expected.size < english.length) some++;
  }
  return some;
}

/** Holds queries against an index in which every block of code is a thread of its own. */
async function holdAgainstBlocks(name: string, threads: readonly RenderedThread[], count: number): Promise<number> {
  const english = threads.filter(({ lang }) => lang === 'en');
  const blocks = english.flatMap(({ slug, question, answers }) =>
    [question, ...answers].flatMap(({ html }) =>
      (html.match(/<pre\b[^]*?<\/pre>/g) ?? []).map((html) => ({ of: slug, html })),
    ),
  );
  const { search } = await openArchive(name, english);
  const { search: searchBlocks } = await openArchive(
    `${name}-alone`,
    blocks.map(({ html }, number) =>
      thread({ slug: slug(`block-${number}`), title: '?', tags: [], question: post({ html }) }),
    ),
  );
  const random = randomNumbers(6);
  const below = (limit: number) => Math.floor(random() * limit);
  const word = (): string => {
    const text =
      (random() < 0.8 ? blocks[below(blocks.length)]?.html : english[below(english.length)]?.question.html) ?? '';
    const words = text.replace(/<[^>]*>|&[^;]*;/g, ' ').match(/[\p{L}_]{3,}(?:[. (]\p{L}{3,})?/gu) ?? [];
    return `"${words[below(words.length)] ?? 'word'}"`;
  };
  let some = 0;
  for (let index = 0; index < count; index++) {
    const text = word();
    const found = await searchBlocks(text);
    const expected = new Set(found.map((name) => blocks[Number(name.slice('block-'.length))]?.of ?? ''));
    expect({ text, found: await search(`code:${text}`) }).toEqual({ text, found: [...expected].sort() });
    if (expected.size > 0 && expected.size < english.length) some++;
  }
  return some;
}

const dump = corpus(join('stackexchange', 'quantumcomputing'));
describe.each([
  { what: 'words beside a kind of post', ofSingle: 'posts', hold: holdAgainstPosts },
  { what: 'words in code', ofSingle: 'blocks', hold: holdAgainstBlocks },
])('$what find what an index of single $ofSingle finds', ({ ofSingle, hold }) => {
  it('for 400 queries to the fixture archive', { timeout: 60_000 }, async () => {
    expect(await hold(`fixtures-${ofSingle}`, await fixtureThreads(), 400)).toBeGreaterThan(100);
  });

  it.skipIf(dump === undefined)(
    `for 500 queries to quantumcomputing${dump === undefined ? ' (skipped: RESPONSA_CORPORA names no folder that has it)' : ''}`,
    { timeout: 300_000 },
    async () => {
      const { threads } = await importAndLoad(stackexchange, dump ?? '', {});
      expect(await hold(`quantumcomputing-${ofSingle}`, threads, 500)).toBeGreaterThan(250);
    },
  );
});
