import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../../src/archive/store.ts';
import { unpackColumns } from '../../../src/core/facts/columns.ts';
import { openTable } from '../../../src/core/facts/table.ts';
import type { Facts, FactsManifest } from '../../../src/core/facts/tables.ts';
import { assemble } from '../../../src/core/assemble.ts';
import { threadSlug } from '../../../src/core/ids.ts';
import { configSchema } from '../../../src/core/schema/config.ts';
import { summarize } from '../../../src/core/summarize.ts';
import { indexArchive } from '../../../src/search/index-archive.ts';
import { indexOrders } from '../../../src/search/index-order.ts';
import { writeFacts } from '../../../src/search/write-facts.ts';
import { post, thread } from '../publish/thread.ts';
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
const archiveFile = join(folder, 'archive.db');

beforeAll(async () => {
  const store = createStore(archiveFile);
  store.putConfig(
    configSchema.parse({ title: 'A', description: 'B', url: 'https://example.org', base: '/', license: 'CC0-1.0' }),
  );
  for (const [votes, { lang, says }] of languages.entries()) {
    const question = post({ html: `<p>${says}</p>`, votes });
    const one = thread({ slug: threadSlug.parse(`in-${lang}`), title: '?', lang, tags: [], question });
    store.putThread({ slug: one.slug, page: JSON.stringify(one), summary: JSON.stringify(summarize(one)) });
  }
  store.finish(assemble([], [], []), []);
  store.close();
  const archive = openStore(archiveFile);
  await indexArchive({ archive, outDir: folder, workDir: join(folder, 'work'), jobs: 1 });
  archive.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('in one archive of many languages', () => {
  it.each(languages)('finds a word in $lang by another form: $typed', async ({ lang, typed }) => {
    const hits = await openFolder(join(folder, 'pagefind'), lang).hits(typed);
    expect(hits.map(({ url }) => url)).toEqual([`/archive/questions/in-${lang}/`]);
  });

  it('has the rows of the facts in the order of the index', () => {
    const archive = openStore(archiveFile);
    const sizes = writeFacts({ archive, outDir: folder });
    archive.close();
    const manifest = JSON.parse(readFileSync(join(folder, 'search', 'facts.json'), 'utf8')) as FactsManifest;
    const read = (name: keyof Facts) => {
      const bytes = readFileSync(join(folder, 'search', manifest.files[name]));
      expect(bytes.length).toBe(sizes[name]);
      return unpackColumns(gunzipSync(bytes));
    };
    const table = openTable({ common: read('common'), votes: read('votes') } as unknown as Partial<Facts>);
    const orders = indexOrders(join(folder, 'pagefind'));
    const rows = orders.flatMap(({ pages }) => pages.map(({ url }) => url));
    expect(manifest.blocks.map(({ name, first, threads }) => [name, first, threads])).toEqual(
      orders.map(({ name }, index) => [name, index, 1]),
    );
    expect(rows.map((_, row) => `/questions/in-${languages[table.votes(row)]?.lang ?? ''}/`)).toEqual(rows);
  });

  it('says which page of the index the archive does not have', () => {
    const other = join(folder, 'other.db');
    const store = createStore(other);
    store.putConfig(
      configSchema.parse({ title: 'A', description: 'B', url: 'https://example.org', base: '/', license: 'CC0-1.0' }),
    );
    store.finish(assemble([], [], []), []);
    store.close();
    const archive = openStore(other);
    expect(() => writeFacts({ archive, outDir: folder })).toThrow(/^The search index has \/questions\/in-/);
    archive.close();
  });
});
