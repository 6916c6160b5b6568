import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { offlineList } from '../../../src/publish/offline-list.ts';

const site = mkdtempSync(join(tmpdir(), 'responsa-offline-'));
afterAll(() => {
  rmSync(site, { recursive: true });
});

function write(name: string, text: string): void {
  const file = join(site, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

it('lists pages by their address, pictures, and all that the search needs, but nothing for machines', () => {
  const kept = [
    'index.html',
    'questions/locks/index.html',
    'questions/locks/images/ä b.png',
    'assets/_page.js',
    'pagefind/pagefind-entry.json',
    'search/facts.json',
  ];
  const left = [
    'questions/locks.md',
    'questions/locks.json',
    'feed.xml',
    '_redirects',
    'offline-worker.js',
    '404.html',
  ];
  for (const name of [...kept, ...left]) write(name, name);
  expect(Object.keys(offlineList(site).files)).toEqual([
    'assets/_page.js',
    '',
    'pagefind/pagefind-entry.json',
    'questions/locks/images/%C3%A4%20b.png',
    'questions/locks/',
    'search/facts.json',
  ]);
});

it('is another version when a file is another, and only then', () => {
  const before = offlineList(site);
  expect(offlineList(site)).toEqual(before);
  write('index.html', 'new');
  const after = offlineList(site);
  expect(after.version).not.toBe(before.version);
  expect(after.files['']).not.toBe(before.files['']);
  expect({ ...after.files, '': '' }).toEqual({ ...before.files, '': '' });
});
