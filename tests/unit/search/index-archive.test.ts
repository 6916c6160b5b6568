import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagName, threadSlug } from '../../../src/core/ids.ts';
import type { RenderedThread } from '../../../src/core/thread.ts';
import { indexArchive } from '../../../src/search/index-archive.ts';
import { joinParts } from '../../../src/search/join-parts.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { searchDocument } from '../../../src/search/search-document.ts';
import { createWordForms } from '../../../src/search/word-forms.ts';
import { htmlOf } from '../markdown/render.ts';
import { answer, post, thread } from '../publish/thread.ts';
import { storeThreads } from './indexed-threads.ts';
import { openFolder, readEntry, type OpenFolder } from './open-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-index-'));
const threads: RenderedThread[] = [
  thread({
    tags: [tagName.parse('files')],
    question: post({ html: '<p>Two processes write one file.</p>', date: '2025-05-01', votes: 7 }),
    answers: [
      answer('use-flock', {
        html: '<h3 id="use-flock-how">How</h3><p>Call flock before you write, and rename after. Not golang&#x3C;T>.</p>',
        accepted: true,
      }),
      answer('use-a-database', { html: '<p>A database has its own locks: SQLite, for one.</p>' }),
    ],
  }),
  thread({
    slug: threadSlug.parse('symbols'),
    title: 'Which words have symbols?',
    tags: [tagName.parse('c++'), tagName.parse('.net')],
    question: post({
      html: '<p>In C++, in C#, in node.js, in snake_case, by __init__ and @decorator, with $PATH and --force: error[E0502].</p>',
      votes: -1,
    }),
    answers: [
      answer('in-formulas', {
        html: htmlOf(
          String.raw`In $\alpha|0\rangle+\beta|1\rangle$, $y=\frac{x^2}{\sqrt2}$, $I\otimes\mathrm{CNOT}$, $\mathsf{BQP}$ and
          $$f = \begin{cases}1 & \text{if accepted}\\0 & \text{otherwise}\end{cases}$$ for all.`,
        ),
      }),
    ],
  }),
  thread({
    slug: threadSlug.parse('ru'),
    title: 'Блокировки',
    lang: 'ru',
    tags: [],
    question: post({ html: '<p>Как блокировать файлы?</p>' }),
  }),
];
let index: OpenFolder;

beforeAll(async () => {
  const archive = storeThreads(folder, threads);
  const progress: number[] = [];
  const options = { archive, workDir: join(folder, 'work'), jobs: 2 };
  expect(await indexArchive({ ...options, outDir: folder, onProgress: (done) => progress.push(done) })).toEqual({
    threads: 3,
  });
  expect(progress).toEqual([2, 2, 3]);
  for (const joined of [1, 2]) {
    const limits = { threads: 1, bytes: 1e6, bytesAtOnce: 1e6, joined };
    expect(await indexArchive({ ...options, outDir: join(folder, `joined-${joined}`), limits })).toEqual({
      threads: 3,
    });
  }
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
  archive.close();

  index = openFolder(join(folder, 'pagefind'), 'en');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The posts that words are found in, those of one thread one behind the other. */
const postsOf = async (words: string, opened = index) => (await opened.hits(words)).flatMap(({ posts }) => posts);
const urlsFor = async (words: string, opened = index) => (await postsOf(words, opened)).map(({ url }) => url);

describe('an index, searched', () => {
  it('finds each answer as a hit of its own, under the base, and no heading in it', async () => {
    expect(await urlsFor('rename')).toEqual(['/archive/questions/locks/#use-flock']);
    expect(await urlsFor('write')).toEqual(['/archive/questions/locks/', '/archive/questions/locks/#use-flock']);
  });

  it('finds a word of a title or a tag', async () => {
    const opening = {
      text: 'Two processes write one file. How. Call flock before you write, and rename after. Not golang<T>. A database has its own locks: SQLite, for one.',
      marked: false,
    };
    expect((await postsOf('work')).map(({ url, excerpt }) => [url, excerpt])).toEqual([
      ['/archive/questions/locks/', [opening]],
    ]);
    expect(await urlsFor('.net')).toEqual(['/archive/questions/symbols/']);
  });

  it.each(['C++', 'c#', 'node.js', 'snake_case', '__init__', '@decorator', 'decorator', '$PATH', '--force', 'E0502'])(
    'finds %s',
    async (word) => {
      const posts = await postsOf(`"${word}"`);
      expect(posts.map(({ url }) => url)).toEqual(['/archive/questions/symbols/']);
      expect(posts[0]?.excerpt.some(({ marked }) => marked)).toBe(true);
    },
  );

  it.each(['|1>', 'α|0>+β|1>', 'x^2', '√2', 'CNOT', 'BQP', 'otherwise', '"if accepted"'])(
    'finds %s in a formula',
    async (words) => {
      const posts = await postsOf(words);
      expect(posts.map(({ url }) => url)).toContain('/archive/questions/symbols/#in-formulas');
    },
  );

  it('shows a formula as people type it', async () => {
    const [found] = await postsOf('CNOT');
    expect(found?.excerpt.map(({ text }) => text).join('')).toBe(
      'In α|0⟩+β|1⟩, y = x^2/√2, I ⊗ CNOT, BQP and f = {1, if accepted; 0, otherwise} for all.',
    );
  });

  it('tells C++ from C#', async () => {
    const [found] = await postsOf('"c++"');
    expect(found?.excerpt.slice(0, 2)).toEqual([
      { text: 'In ', marked: false },
      { text: 'C++', marked: true },
    ]);
    expect(found?.excerpt[2]?.text).toMatch(/^, in C#, in node\.js, /);
  });

  it('finds words in a row', async () => {
    expect(await urlsFor('"before you write"')).toEqual(['/archive/questions/locks/#use-flock']);
    expect(await urlsFor('"write before you"')).toEqual([]);
    expect(await index.count('"before you write"')).toBe(1);
    expect(await index.count('"write before you"')).toBe(0);
  });

  it('has the text of an excerpt as text', async () => {
    expect((await postsOf('flock')).map(({ excerpt }) => excerpt)).toEqual([
      [
        { text: 'How. Call ', marked: false },
        { text: 'flock', marked: true },
        { text: ' before you write, and rename after. Not golang<T>.', marked: false },
      ],
    ]);
  });

  it('finds words in another language in a part of its own', async () => {
    expect(await urlsFor('файлами')).toEqual([]);
    expect(await urlsFor('файлами', openFolder(join(folder, 'pagefind'), 'ru'))).toEqual(['/archive/questions/ru/']);
  });
});

it('writes nothing that Pagefind needs to search by itself', () => {
  const { languages } = readEntry(join(folder, 'pagefind'));
  expect(readdirSync(join(folder, 'pagefind')).sort()).toEqual(
    [
      'fragment',
      'index',
      'pagefind-entry.json',
      ...Object.values(languages).map(({ hash }) => `pagefind.${hash}.pf_meta`),
      'vocabulary.words',
    ].sort(),
  );
  expect(readdirSync(join(folder, 'pagefind', 'index')).sort()).toEqual(
    Object.values(languages)
      .map(({ hash }) => hash)
      .sort(),
  );
});

describe('an index in parts', () => {
  it('names them by their language and a number, those with most votes first, and keeps them in one folder', async () => {
    const parts = join(folder, 'joined-1', 'pagefind');
    const { languages } = readEntry(parts);
    expect(Object.entries(languages).map(([name, { page_count }]) => [name, page_count])).toEqual([
      ['en', 1],
      ['en-0001', 1],
      ['ru', 1],
    ]);
    for (const { hash } of Object.values(languages)) expect(readdirSync(parts)).toContain(`pagefind.${hash}.pf_meta`);
    expect(readdirSync(join(parts, 'fragment'))).toHaveLength(3);
    expect(await urlsFor('rename', openFolder(parts, 'en'))).toEqual(['/archive/questions/locks/#use-flock']);
    expect(await urlsFor('decorator', openFolder(parts, 'en'))).toEqual([]);
    expect(await urlsFor('decorator', openFolder(parts, 'en-0001'))).toEqual(['/archive/questions/symbols/']);
  });

  it('joins those of a language', async () => {
    const parts = join(folder, 'joined-2', 'pagefind');
    const { languages } = readEntry(parts);
    expect(Object.entries(languages).map(([name, { page_count }]) => [name, page_count])).toEqual([
      ['en', 2],
      ['ru', 1],
    ]);
    for (const words of ['rename', 'decorator', 'one', '"before you write"', 'work'])
      expect(await urlsFor(words, openFolder(parts, 'en'))).toEqual(await urlsFor(words));
  });

  it('keeps what both have of a thread under one name', async () => {
    const target = join(folder, 'same-names');
    const parts = [join(target, 'part-0'), join(target, 'part-1')];
    const document = searchDocument(thread());
    for (const part of parts) {
      const page = join(folder, 'documents', 'questions', 'locks');
      mkdirSync(page, { recursive: true });
      writeFileSync(join(page, 'index.html'), document);
      await runPagefind(join(folder, 'documents'), part);
    }
    const names = parts.map((part) => readdirSync(join(part, 'fragment')));
    expect(names[0]).toEqual(names[1]);
    expect(await joinParts({ parts, folder: target, most: 2, common: [], forms: createWordForms(), jobs: 2 })).toBe(2);
    const [name = ''] = names[0] ?? [];
    expect(readdirSync(join(target, 'fragment')).sort()).toEqual([name, name.replace('.', '0.')].sort());
    expect((await openFolder(target, 'en').hits('lock')).map(({ title }) => title)).toEqual([
      'How do locks work?',
      'How do locks work?',
    ]);
  });
});

it('makes an index of an archive without threads', async () => {
  const outDir = join(folder, 'empty');
  mkdirSync(outDir);
  const archive = storeThreads(outDir, []);
  expect(await indexArchive({ archive, outDir, workDir: join(folder, 'work'), jobs: 1 })).toEqual({ threads: 0 });
  expect(readEntry(join(outDir, 'pagefind')).languages).toEqual({});
  archive.close();
});

it('says what Pagefind says when it cannot', async () => {
  const documents = join(folder, 'no-documents');
  mkdirSync(documents);
  await expect(runPagefind(documents, join(folder, 'no-index'))).rejects.toThrow(
    /^The search index cannot be made\. Pagefind says: [\s\S]*did not contain any html files/,
  );
});
