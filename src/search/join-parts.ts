import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indexName } from '../core/index-name.ts';

/** Pagefind's own interfaces, which it writes into every index. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\./;

const entryName = 'pagefind-entry.json';

type Entry = {
  version: string;
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
  include_characters: string[];
  /** Ours: words that a search need not look for. */
  common?: readonly string[];
};

/**
 * Makes one index of several: their files, which are named by their content, lie in one folder, and its entry names each part as a
 * language of its own (`en`, `en-0001`, …). So what the parts have in common is there, and loaded, once.
 * @param parts folders of indexes, the most important first; they are gone afterwards
 * @param folder the index; nothing else may be in it but the parts
 * @param common words that a search need not look for
 * @returns how many threads Pagefind says are in it: it leaves pages out without an error
 */
export function joinParts(parts: readonly string[], folder: string, common: readonly string[]): number {
  const languages: Entry['languages'] = {};
  let first: Entry | undefined;
  parts.forEach((part, number) => {
    const entry = JSON.parse(readFileSync(join(part, entryName), 'utf8')) as Entry;
    first ??= entry;
    for (const [language, index] of Object.entries(entry.languages)) languages[indexName(language, number)] = index;
    moveFiles(part, folder);
  });
  // Without a thread there is no part.
  const entry: Entry = { ...(first ?? { version: '', include_characters: [] }), languages, common };
  writeFileSync(join(folder, entryName), JSON.stringify(entry));
  return Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
}

function moveFiles(from: string, to: string): void {
  const made = new Set<string>();
  for (const file of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || unused.test(file.name)) continue;
    const target = join(to, file.parentPath.slice(from.length), file.name);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    renameSync(join(file.parentPath, file.name), target);
  }
  rmSync(from, { recursive: true });
}
