import { packColumns, unpackColumns } from '../facts/columns.ts';

/** What a part of the search index says about itself, and every search needs: which threads it has, and what is in which chunk of its words. */
export type IndexMeta = {
  /** In the order of the index, which is that of their ids. `id`: the name of its fragment's file; `words`: how many it has. */
  pages: { id: string; words: number }[];
  /** Of each chunk a text that is at or before its first word, and behind the last word of the one before. */
  begins: string[];
  /** Names of the metadata that is searched. */
  fields: string[];
  /** By which words of the archive are longer than their stems, the most frequent first. */
  endings: string[];
};

type Beside = {
  fields: string[];
  begins: string[];
  endings: string[];
  /** Before every id. */
  prefix: string;
  /** Ids that are longer than the others, by their position among the pages. */
  long: Record<string, string>;
};

const idDigits = 7;

/** Orders pages as `packIndexMeta` wants them. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Packs what a part says about itself: ids, which are in order, as what each is above the one before, and how many words a page has
 * to the nearest of sixteen steps between two powers of two, which is all that ranking needs. It is three bytes a thread.
 * @throws Error if an id is not as Pagefind makes them
 */
export function packIndexMeta({ pages, begins, fields, endings }: IndexMeta): Uint8Array {
  const prefix = pages[0]?.id.replace(/[^_]*$/, '') ?? '';
  const ids = pages.map(({ id }) => {
    const digits = id.slice(prefix.length);
    if (!id.startsWith(prefix) || !/^[0-9a-f]{7,}$/.test(digits)) throw new Error(`The index calls something ${id}.`);
    return digits;
  });
  const numbers = ids.map((id) => parseInt(id.slice(0, idDigits), 16));
  return packColumns<'pages' | 'words', Beside>({
    beside: {
      fields,
      prefix,
      begins,
      endings,
      long: Object.fromEntries(ids.flatMap((id, index) => (id.length > idDigits ? [[index, id.slice(idDigits)]] : []))),
    },
    columns: {
      pages: numbers.map((number, index) => {
        const step = number - (numbers[index - 1] ?? 0);
        if (step < 0) throw new Error('The pages of the index are not in the order of their ids.');
        return step;
      }),
      words: pages.map(({ words }) => stepOf(words)),
    },
  });
}

/** @throws Error if it is cut short or something else */
export function unpackIndexMeta(packed: Uint8Array): IndexMeta {
  const { beside, columns } = unpackColumns<'pages' | 'words', Beside>(packed);
  const { fields, prefix, begins, endings, long } = beside;
  let number = 0;
  return {
    fields,
    begins,
    endings,
    pages: Array.from(columns.pages, (step, index) => {
      number += step;
      return {
        id: prefix + number.toString(16).padStart(idDigits, '0') + (long[index] ?? ''),
        words: ofStep(columns.words[index] ?? 0),
      };
    }),
  };
}

/** Up to 32 words each number is a step of its own. */
function stepOf(words: number): number {
  if (words < 32) return words;
  const power = Math.floor(Math.log2(words)) - 4;
  return Math.round(words / 2 ** power) + power * 16;
}

function ofStep(step: number): number {
  if (step < 32) return step;
  const power = Math.floor(step / 16) - 1;
  return (step - power * 16) * 2 ** power;
}
