import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPagefindRuntime, type PagefindRuntime } from '../../../src/search/pagefind-runtime.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { stemForms } from '../../../src/search/stem-forms.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-runtime-'));
const index = join(folder, 'index');
const pages = [
  { lang: 'en', title: 'Locks', text: 'Two processes are writing one file.' },
  { lang: 'en', title: 'Files', text: 'A process writes; another one is happy to read.' },
  { lang: 'de', title: '?', text: 'Häuser' },
  { lang: 'ru', title: '?', text: 'Запросы' },
  { lang: 'uk', title: '?', text: 'Запити' },
  { lang: 'zh', title: '?', text: '如何锁定数据库中的文件？' },
];

beforeAll(async () => {
  for (const [number, { lang, title, text }] of pages.entries()) {
    const page = join(folder, 'site', String(number));
    mkdirSync(page, { recursive: true });
    writeFileSync(
      join(page, 'index.html'),
      `<html lang="${lang}"><body><h1 data-pagefind-meta="title" data-pagefind-ignore>${title}</h1><p>${text}</p></body></html>`,
    );
  }
  await runPagefind(join(folder, 'site'), index);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let open: PagefindRuntime | undefined;
const openIn = (language: string, path = index) => (open = openPagefindRuntime(path, language));
afterEach(() => {
  open?.close();
});

describe('stems', () => {
  it.each([
    ['en', { computing: 'comput', happy: 'happi', processes: 'process', only: 'onli', 'c++': 'c++' }],
    ['de', { hauser: 'haus', datenbanken: 'datenbank', große: 'gross' }],
    ['ru', { запросами: 'запрос', базы: 'баз', читателеи: 'читател' }],
    ['uk', { запитами: 'запитами', бази: 'бази' }],
    ['zh', { 数据库: '数据库', 文件: '文件', computing: 'computing' }],
  ])('are those of Pagefind in %s', async (language, stems) => {
    expect(Object.fromEntries(await stemForms(index, language, Object.keys(stems)))).toEqual(stems);
  });

  it('are not shifted by what is no word, or several', async () => {
    const odd = ['...', '', 'happy days', '-', '\u0301', '\uE000', 'a\uE000b', '" "', '"'];
    const words = odd.flatMap((word) => [word, 'computing']);
    expect(await openIn('en').stems(words)).toEqual(odd.flatMap((word) => [word, 'comput']));
  });

  it('come back as the words if there is no word among them', async () => {
    const runtime = openIn('en');
    expect([await runtime.stems(['-']), await runtime.stems([])]).toEqual([['-'], []]);
  });

  it('are those of what Pagefind makes of a word', async () => {
    expect(await openIn('de').stems(['Häuser', 'Daten-Banken'])).toEqual(['haus', 'datenbank']);
  });

  it('come in the order of the words, however many there are', async () => {
    const words = Array.from({ length: 1201 }, (_, number) => `word${number}ing`);
    expect(await openIn('en').stems(words)).toEqual(words.map((word) => word.replace('ing', '')));
  });
});

describe('search', () => {
  it('finds the pages that have a form of a word, best first, and says where', async () => {
    const hits = await openIn('en').search('writes');
    expect(hits.map(({ locations, fields }) => ({ locations, fields }))).toEqual([
      { locations: [3], fields: [] },
      { locations: [2], fields: [] },
    ]);
    const [first, second] = hits;
    expect(first?.id).toMatch(/^en_/);
    expect(second?.id).not.toBe(first?.id);
    expect(first?.score).toBeGreaterThan(second?.score ?? 0);
    expect(second?.score).toBeGreaterThan(0);
  });

  it('finds words in a row, and words in a title', async () => {
    const runtime = openIn('en');
    const found = async (query: string) =>
      (await runtime.search(query)).map(({ locations, fields }) => ({ locations, fields }));
    expect(await found('"one file"')).toEqual([{ locations: [4, 5], fields: [] }]);
    expect(await found('lock')).toEqual([{ locations: [], fields: ['title'] }]);
    expect(await found('zebra')).toEqual([]);
  });

  it('gives the same before and after words were stemmed', async () => {
    const runtime = openIn('en');
    const before = await runtime.search('happy process');
    await runtime.stems(['happy']);
    expect(before).toHaveLength(1);
    expect(await runtime.search('happy process')).toEqual(before);
  });
});

describe('a failure', () => {
  it('is told if the index does not have the language', () => {
    expect(() => openPagefindRuntime(index, 'fr')).toThrow(`The index in ${index} has no pages in fr.`);
  });

  it.each(['index', 'wasm.en.pagefind'])('is told if %s is missing', async (missing) => {
    const broken = join(folder, `without-${missing}`);
    cpSync(index, broken, { recursive: true });
    rmSync(join(broken, missing), { recursive: true });
    const runtime = openIn('en', broken);
    await expect(runtime.search('happy')).rejects.toThrow('ENOENT');
    await expect(runtime.search('happy')).rejects.toThrow('ENOENT');
  });

  it('is told to whoever asks a closed one, or has not been answered', async () => {
    const runtime = openIn('en');
    const waiting = runtime.search('happy');
    runtime.close();
    await expect(waiting).rejects.toThrow(`The index in ${index} was closed.`);
    await expect(runtime.search('happy')).rejects.toThrow(`The index in ${index} was closed.`);
  });
});
