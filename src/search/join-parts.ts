import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexName } from '../core/index-name.ts';
import { ChunkWriters } from './chunk-writers.ts';
import { mergeParts } from './merge-parts.ts';
import { readPart, type PagefindPart } from './read-part.ts';
import { stemForms } from './stem-forms.ts';
import type { WordForms } from './word-forms.ts';
import { mostStretches, writePart } from './write-part.ts';

const entryName = 'pagefind-entry.json';

/** What the index says first of all. */
export type IndexEntry = {
  /** Of Pagefind. */
  version: string;
  /** Each part, by its name. */
  languages: Record<string, { hash: string; page_count: number }>;
  /** Characters that are part of words, beside letters and digits. */
  include_characters: string[];
  /** Words that a search need not look for. */
  common: readonly string[];
};

export type JoinOptions = {
  /** Folders of indexes as Pagefind's command wrote them, the most important first; they are gone afterwards. */
  parts: readonly string[];
  /** The index; nothing else may be in it but the parts. */
  folder: string;
  /** How many threads may be joined to one part. */
  most: number;
  common: readonly string[];
  forms: WordForms;
  /** How many processors may work at it. */
  jobs: number;
  /** Told how many threads are done, now and then. */
  onProgress?: (done: number) => void;
};

/** One language of a part. */
type Source = { folder: string; hash: string; pageCount: number };

/** Below this many threads, starting a worker takes longer than it saves. */
const worthAWorker = 1_000;

/**
 * Makes one index of several: of each language as few parts as may be, named `en`, `en-0001`, …, those with most votes first. What
 * Pagefind needs to search by itself is left out.
 * @returns how many threads are in it
 */
export async function joinParts(options: JoinOptions): Promise<number> {
  const { parts, folder, most, common, forms, jobs, onProgress } = options;
  const sources = new Map<string, Source[]>();
  const entry: IndexEntry = { version: '', include_characters: [], languages: {}, common };
  for (const part of parts) {
    const own = JSON.parse(readFileSync(join(part, entryName), 'utf8')) as IndexEntry;
    entry.version ||= own.version;
    if (entry.include_characters.length === 0) entry.include_characters = own.include_characters;
    for (const [language, { hash, page_count }] of Object.entries(own.languages))
      sources.set(language, [...(sources.get(language) ?? []), { folder: part, hash, pageCount: page_count }]);
  }
  const all = [...sources.values()].flat().reduce((sum, { pageCount }) => sum + pageCount, 0);
  const writers = new ChunkWriters(jobs > 1 && all >= worthAWorker ? Math.min(jobs, mostStretches) : 0);
  let done = 0;
  try {
    const names = new Set<string>();
    mkdirSync(join(folder, 'fragment'), { recursive: true });
    for (const [language, own] of sources) {
      const words = forms.of(language);
      const stems =
        words.length > 0 ? await stemForms(own[0]?.folder ?? folder, language, words) : new Map<string, string>();
      for (const [number, group] of groups(own, most).entries()) {
        const named = group.map((source) => withNames(source, names));
        const part = mergeParts(named.map(({ part }) => part));
        const pieces = named.map(({ source, part }) => ({ ...source, pages: part.pages }));
        const writing = writePart(folder, language, part, stems, (task) => writers.write({ sources: pieces, task }));
        // It is heard of below.
        writing.catch(() => undefined);
        for (const one of named) moveFragments(one, folder);
        entry.languages[indexName(language, number)] = { hash: await writing, page_count: part.pages.length };
        done += part.pages.length;
        onProgress?.(done);
      }
    }
  } finally {
    await writers.close();
  }
  for (const part of parts) rmSync(part, { recursive: true });
  writeFileSync(join(folder, entryName), JSON.stringify(entry));
  return done;
}

/** Parts that follow each other, together as many as may be. */
function groups(sources: readonly Source[], most: number): Source[][] {
  const groups: Source[][] = [];
  let pages = Infinity;
  for (const source of sources) {
    pages += source.pageCount;
    if (pages > most) {
      groups.push([]);
      pages = source.pageCount;
    }
    groups.at(-1)?.push(source);
  }
  return groups;
}

/** A part, and the names that its fragments have in it and get in the index. */
type Named = { source: Source; part: PagefindPart; names: { old: string; own: string }[] };

/**
 * Reads a part. Fragments of two parts may have the same name: then one gets a longer one.
 * @param taken names of the fragments of other parts, to which those of this one are added
 */
function withNames(source: Source, taken: Set<string>): Named {
  const part = readPart(source.folder, source.hash, source.pageCount);
  const names = part.pages.map(({ id }) => {
    let own = id;
    for (let more = 0; taken.has(own); more++) own = id + more.toString(16);
    taken.add(own);
    return { old: id, own };
  });
  const pages = part.pages.map(({ words }, row) => ({ id: names[row]?.own ?? '', words }));
  return { source, part: { ...part, pages }, names };
}

function moveFragments({ source, names }: Named, target: string): void {
  const fileOf = (parent: string, id: string) => join(parent, 'fragment', `${id}.pf_fragment`);
  for (const { old, own } of names) renameSync(fileOf(source.folder, old), fileOf(target, own));
}
