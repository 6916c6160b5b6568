import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ChunkWriters } from '../../../src/search/chunk-writers.ts';
import { readPart } from '../../../src/search/read-part.ts';
import { runPagefind } from '../../../src/search/run-pagefind.ts';
import { readEntry } from './open-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-chunks-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('writes the same beside others as alone, and says what cannot be read', async () => {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  for (const word of ['locks', 'files', 'waiting'])
    writeFileSync(
      join(documents, `${word}.html`),
      `<html lang="en"><body><p>Again ${word}, and others.</p></body></html>`,
    );
  const source = join(folder, 'source');
  await runPagefind(documents, source);
  const { hash, page_count } = readEntry(source).languages['en'] ?? { hash: '', page_count: 0 };
  const { pages } = readPart(source, hash, page_count);
  const stretches = [
    { from: '', before: 'b' },
    { from: 'b', before: undefined },
  ];

  const [alone, besides] = await Promise.all(
    [0, 2].map(async (workers) => {
      const writers = new ChunkWriters(workers);
      const written = await Promise.all(
        stretches.map((stretch, index) =>
          writers.write({
            sources: [{ folder: source, hash, pages }],
            task: { stretch, stems: [], endings: [], folder: join(folder, String(workers), String(index)) },
          }),
        ),
      );
      await writers.close();
      const files = readdirSync(join(folder, String(workers)), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
      return { written, files };
    }),
  );
  expect(alone?.files).toHaveLength(2);
  expect(besides).toEqual(alone);

  const writers = new ChunkWriters(1);
  const missing = { folder: join(folder, 'nowhere'), hash, pages };
  const task = { stretch: stretches[1] ?? { from: '', before: undefined }, stems: [], endings: [], folder };
  await expect(writers.write({ sources: [missing], task })).rejects.toThrow('ENOENT');
  await writers.close();
});
