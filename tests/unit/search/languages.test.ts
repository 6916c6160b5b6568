import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveStore } from '../../../src/archive/store.ts';
import { unpackColumns } from '../../../src/core/facts/columns.ts';
import { openTable } from '../../../src/core/facts/table.ts';
import type { Facts, FactsManifest } from '../../../src/core/facts/tables.ts';
import { threadSlug } from '../../../src/core/ids.ts';
import { indexOrders, readIndexedPage } from '../../../src/search/index-order.ts';
import { writeFacts } from '../../../src/search/write-facts.ts';
import { post, thread } from '../publish/thread.ts';
import { indexThreads, storeThreads } from './indexed-threads.ts';
import { openFolder } from './open-folder.ts';

/** In each language: what a thread says, and another form of a word in it that somebody types; in Chinese, a word that no space sets apart. */
const languages = [
  { lang: 'en', says: 'Two processes are writing one file.', typed: 'writes' },
  { lang: 'ru', says: 'Как ускорить запросы к базе данных?', typed: 'запросами' },
  { lang: 'de', says: 'Welche Datenbanken sperren beim Schreiben?', typed: 'Datenbank' },
  { lang: 'es', says: 'Los procesos escriben archivos grandes.', typed: 'archivo' },
  { lang: 'fr', says: 'Les processus verrouillent des fichiers.', typed: 'fichier' },
  { lang: 'zh', says: '如何锁定数据库中的文件？', typed: '数据库' },
];
const folder = mkdtempSync(join(tmpdir(), 'responsa-languages-'));
let archive: ArchiveStore;

beforeAll(async () => {
  archive = await indexThreads(
    folder,
    languages.map(({ lang, says }, votes) =>
      thread({
        slug: threadSlug.parse(`in-${lang}`),
        title: '?',
        lang,
        tags: [],
        question: post({ html: `<p>${says}</p>`, votes }),
      }),
    ),
  );
});
afterAll(() => {
  archive.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('in one archive of many languages', () => {
  it.each(languages)('finds a word in $lang by another form: $typed', async ({ lang, typed }) => {
    const hits = await openFolder(join(folder, 'pagefind'), lang).hits(typed);
    expect(hits.map(({ url }) => url)).toEqual([`/archive/questions/in-${lang}/`]);
  });

  it('has the rows of the facts in the order of the index', () => {
    const sizes = writeFacts({ archive, outDir: folder });
    const manifest = JSON.parse(readFileSync(join(folder, 'search', 'facts.json'), 'utf8')) as FactsManifest;
    const read = (name: keyof Facts) => {
      const bytes = readFileSync(join(folder, 'search', manifest.files[name]));
      expect(bytes.length).toBe(sizes[name]);
      return unpackColumns(gunzipSync(bytes));
    };
    const table = openTable({ common: read('common'), votes: read('votes') } as unknown as Partial<Facts>);
    const index = join(folder, 'pagefind');
    const orders = indexOrders(index);
    const rows = orders.flatMap(({ ids }) => ids.map((id) => readIndexedPage(index, id).url));
    expect(manifest.blocks.map(({ name, first, threads }) => [name, first, threads])).toEqual(
      orders.map(({ name }, index) => [name, index, 1]),
    );
    expect(rows.map((_, row) => `/questions/in-${languages[table.votes(row)]?.lang ?? ''}/`)).toEqual(rows);
  });

  it('says which page of the index the archive does not have', () => {
    const none = join(folder, 'none');
    mkdirSync(none);
    const other = storeThreads(none, []);
    expect(() => writeFacts({ archive: other, outDir: folder })).toThrow(/^The search index has \/questions\/in-/);
    other.close();
  });
});
