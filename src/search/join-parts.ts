import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexName } from '../core/index-name.ts';
import { mergeParts } from './merge-parts.ts';
import { readPart, type PagefindPart } from './read-part.ts';
import { stemForms } from './stem-forms.ts';
import type { WordForms } from './word-forms.ts';
import { writePart } from './write-part.ts';

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
  /** Told how many threads are done, now and then. */
  onProgress?: (done: number) => void;
};

/** One language of a part. */
type Source = { folder: string; hash: string; pageCount: number };

/**
 * Makes one index of several: of each language as few parts as may be, named `en`, `en-0001`, …, those with most votes first. What
 * Pagefind needs to search by itself is left out.
 * @returns how many threads are in it
 */
export async function joinParts({ parts, folder, most, common, forms, onProgress }: JoinOptions): Promise<number> {
  const sources = new Map<string, Source[]>();
  const entry: IndexEntry = { version: '', include_characters: [], languages: {}, common };
  for (const part of parts) {
    const own = JSON.parse(readFileSync(join(part, entryName), 'utf8')) as IndexEntry;
    entry.version ||= own.version;
    if (entry.include_characters.length === 0) entry.include_characters = own.include_characters;
    for (const [language, { hash, page_count }] of Object.entries(own.languages))
      sources.set(language, [...(sources.get(language) ?? []), { folder: part, hash, pageCount: page_count }]);
  }
  let done = 0;
  for (const [language, own] of sources) {
    const words = forms.of(language);
    const stems =
      words.length > 0 ? await stemForms(own[0]?.folder ?? folder, language, words) : new Map<string, string>();
    for (const [number, group] of groups(own, most).entries()) {
      const part = mergeParts(group.map((source) => withFragments(source, folder)));
      const hash = await writePart(folder, language, part, stems);
      entry.languages[indexName(language, number)] = { hash, page_count: part.pages.length };
      done += part.pages.length;
      onProgress?.(done);
    }
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

/** Reads a part, of which the fragments move to the index. Those of two parts may have the same name: then one gets a longer one. */
function withFragments({ folder, hash, pageCount }: Source, target: string): PagefindPart {
  const part = readPart(folder, hash, pageCount);
  mkdirSync(join(target, 'fragment'), { recursive: true });
  const fileOf = (parent: string, id: string) => join(parent, 'fragment', `${id}.pf_fragment`);
  const pages = part.pages.map(({ id, words }) => {
    let free = id;
    for (let more = 0; existsSync(fileOf(target, free)); more++) free = id + more.toString(16);
    renameSync(fileOf(folder, id), fileOf(target, free));
    return { id: free, words };
  });
  return { ...part, pages };
}
