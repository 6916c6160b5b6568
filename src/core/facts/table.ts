import { firstDayOf } from '../query/date-range.ts';
import type { TextStretch } from '../text-stretch.ts';
import { mark, type Facts, type FactsName } from './tables.ts';

/** The facts as far as they are loaded, by row of a thread and row of a post. What is asked of a file that is not loaded throws. */
export type FactsTable = ReturnType<typeof openTable>;

export function openTable(loaded: Partial<Facts>) {
  const file = <Name extends FactsName>(name: Name): Facts[Name] => {
    const facts = loaded[name];
    if (!facts) throw new Error(`The facts ${name} are not loaded.`);
    return facts;
  };
  const { beside, columns } = loaded.common ?? none;
  const { firstDay, firstYear, langs } = beside;
  const at = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;
  const dayFrom = (value: number): number | undefined => (value === 0 ? undefined : value - 1 + firstDay);
  const year = (row: number): number | undefined => {
    const value = at(columns.year, row);
    return value === 0 ? undefined : value - 1 + firstYear;
  };
  const asked = (row: number): number | undefined => {
    const known = year(row);
    return known === undefined ? undefined : firstDayOf(known) + at(file('created').columns.day, row);
  };
  /** Row of the question of each thread among the posts, and the end. */
  const posts = starts(columns.answers, 1);
  const tagStarts = starts(loaded.tags?.columns.count ?? [], 0);
  const tagIds = summedWithin(tagStarts, loaded.tags?.columns.ids ?? []);
  const places = summedWithin(posts, loaded.places?.columns.place ?? []);
  const blocks = starts(loaded.code?.columns.blocks ?? [], 0);
  const positionIn = (list: readonly string[], text: string): number | undefined => {
    const position = list.indexOf(text);
    return position < 0 ? undefined : position;
  };

  return {
    threads: columns.answers.length,
    langs: () => langs,
    lang: (row: number) => at(columns.lang, row),
    marks: (row: number) => at(columns.marks, row),
    answers: (row: number) => at(columns.answers, row),
    /** First row of the thread's posts, which is the question's, and the row behind its last. */
    postsOf: (row: number): [number, number] => [at(posts, row), at(posts, row + 1)],
    postMarks: (post: number) => at(file('posts').columns.marks, post),
    /** Of the question, or of a post. Before each post of a thread stand as many questions as rows before, and this one's. */
    votes: (row: number, post?: number) =>
      post === undefined || post === at(posts, row)
        ? at(file('votes').columns.votes, row)
        : at(file('posts').columns.answerVotes, post - row - 1),
    /** Year of the question. */
    year,
    /** Days since 1970-01-01, of the question, or of a post. */
    created: (row: number, post?: number) =>
      post === undefined || post === at(posts, row)
        ? asked(row)
        : dayFrom(at(file('posts').columns.answerCreated, post - row - 1)),
    active(row: number): number | undefined {
      const later = at(file('active').columns.later, row);
      const created = asked(row);
      return created === undefined ? dayFrom(later) : created + later;
    },
    /** By its name or a synonym. */
    tagId(tag: string) {
      const { tags, synonyms } = file('tags').beside;
      return positionIn(tags, Object.hasOwn(synonyms, tag) ? (synonyms[tag] ?? tag) : tag);
    },
    tagNames: () => file('tags').beside.tags,
    tagsOf: (row: number): number[] =>
      Array.from({ length: at(tagStarts, row + 1) - at(tagStarts, row) }, (_, index) =>
        at(tagIds, at(tagStarts, row) + index),
      ),
    hasTag(row: number, id: number): boolean {
      for (let index = at(tagStarts, row); index < at(tagStarts, row + 1); index++)
        if (at(tagIds, index) === id) return true;
      return false;
    },
    authorId: (handle: string) => positionIn(file('authors').beside.handles, handle),
    handles: () => file('authors').beside.handles,
    author: (post: number): number | undefined => {
      const value = at(file('authors').columns.author, post);
      return value === 0 ? undefined : value - 1;
    },
    licenseId: (license: string) => positionIn(file('licenses').beside.licenses, license),
    licenses: () => file('licenses').beside.licenses,
    license: (post: number) => at(file('licenses').columns.license, post),
    /** Where the text of a post begins in that of its thread, and where that of the next does. */
    textOf(row: number, post: number): TextStretch {
      if (!loaded.places) throw new Error('The facts places are not loaded.');
      return { begin: at(places, post), end: post + 1 < at(posts, row + 1) ? at(places, post + 1) : Infinity };
    },
    /** The blocks of code of a post, each as `textOf` says it. */
    codeOf(row: number, post: number): TextStretch[] {
      const { before, words } = file('code').columns;
      let at = this.textOf(row, post).begin;
      return Array.from({ length: (blocks[post + 1] ?? 0) - (blocks[post] ?? 0) }, (_, index) => {
        const block = (blocks[post] ?? 0) + index;
        const begin = at + (before[block] ?? 0);
        return { begin, end: (at = begin + (words[block] ?? 0)) };
      });
    },
    slug: (row: number) => at(file('slugs').columns.hash, row),
    hasSlug: (hash: number) => Array.prototype.indexOf.call(file('slugs').columns.hash, hash) >= 0,
    isAccepted: (row: number) => (at(columns.marks, row) & mark.accepted) !== 0,
  };
}

/** Of an archive without threads: for queries that ask for no facts. */
const none: Facts['common'] = {
  beside: { firstDay: 0, firstYear: 0, langs: [] },
  columns: { answers: [], marks: [], lang: [], year: [] },
};

/** Adds up each row's share from its first number on. */
function summedWithin(begins: ArrayLike<number>, numbers: ArrayLike<number>): Uint32Array {
  const sums = new Uint32Array(numbers.length);
  for (let row = 0; row + 1 < begins.length; row++) {
    let sum = 0;
    for (let index = begins[row] ?? 0; index < (begins[row + 1] ?? 0); index++)
      sums[index] = sum += numbers[index] ?? 0;
  }
  return sums;
}

/** Where each row's share begins in a list of all shares, and the end. */
function starts(counts: ArrayLike<number>, more: number): Uint32Array {
  const begins = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) begins[row + 1] = (begins[row] ?? 0) + (counts[row] ?? 0) + more;
  return begins;
}
