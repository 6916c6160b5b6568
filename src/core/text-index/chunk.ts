import { folded, NumberColumn, unfolded, unpackNumbers } from './number-columns.ts';

/**
 * Where a word is on one page, as Pagefind writes it: each place is how far it is behind the one before; a negative number says how
 * much the words behind it weigh (−1 less), or, among places of metadata, in which field they are (−1 less), and places begin anew.
 */
export type WrittenPosting = { row: number; places: readonly number[]; fieldPlaces: readonly number[] };

/** A word of the index, stemmed and without diacritics, with the pages that have it; then its forms with diacritics, if there are any. */
export type WrittenWord = { word: string; forms: { form: string; postings: WrittenPosting[] }[] };

/** Words of the index in order, and the words of the archive that a reader would take for another stem than theirs. */
export type WrittenChunk = { words: readonly WrittenWord[]; stems: readonly (readonly [form: string, stem: string])[] };

/** Pages that have a word. Of the page at a position, the places are those from `begins[position]` to `begins[position + 1]`. */
export type Postings = {
  /** In order. */
  rows: Uint32Array;
  begins: Uint32Array;
  /** Positions of words in the text of a page. */
  places: Uint32Array;
  /** How much the word at each place says; 24 for a word as any. */
  weights: Uint8Array;
  fieldBegins: Uint32Array;
  /** Positions of words in a field of metadata, and which it is. */
  fieldPlaces: Uint32Array;
  fields: Uint8Array;
};

export type IndexWord = { word: string; forms: { form: string; postings: Postings }[] };

export type IndexChunk = { words: IndexWord[]; keys: string[]; stems: ReadonlyMap<string, string> };

const names = ['forms', 'rows', 'row', 'count', 'place', 'fieldCount', 'fieldPlace'] as const;

/** Lists of numbers: of each word how many forms it has beside itself; of each form how many pages; of each page the rest. */
type Columns<List> = Record<(typeof names)[number], List>;

type Beside = { words: string[]; forms: string[]; stems: (readonly [string, string])[]; lengths: number[] };

/** Weighs as much as a word outside of anything that has a weight of its own. */
const plainWeight = 25;

/**
 * Packs a chunk: a length (4 bytes, big-endian) and JSON that says what is there, then lists of numbers, which gzip makes smaller than
 * numbers of many kinds in turn.
 */
export function packChunk({ words, stems }: WrittenChunk): Uint8Array {
  const columns: Columns<NumberColumn> = {
    forms: new NumberColumn(),
    rows: new NumberColumn(),
    row: new NumberColumn(),
    count: new NumberColumn(),
    place: new NumberColumn(),
    fieldCount: new NumberColumn(),
    fieldPlace: new NumberColumn(),
  };
  for (const { forms } of words) {
    columns.forms.add(forms.length - 1);
    for (const { postings } of forms) {
      columns.rows.add(postings.length);
      let before = 0;
      for (const { row, places, fieldPlaces } of postings) {
        columns.row.add(row - before);
        before = row;
        columns.count.add(places.length);
        columns.fieldCount.add(fieldPlaces.length);
        for (const place of places) columns.place.add(folded(place));
        for (const place of fieldPlaces) columns.fieldPlace.add(folded(place));
      }
    }
  }
  const lists = names.map((name) => columns[name]);
  const beside: Beside = {
    words: words.map(({ word }) => word),
    forms: words.flatMap(({ forms }) => forms.slice(1).map(({ form }) => form)),
    stems: [...stems],
    lengths: lists.map(({ length }) => length),
  };
  const header = new TextEncoder().encode(JSON.stringify(beside));
  const packed = new Uint8Array(4 + header.length + lists.reduce((sum, { bytes }) => sum + bytes.length, 0));
  new DataView(packed.buffer).setUint32(0, header.length);
  packed.set(header, 4);
  let end = 4 + header.length;
  for (const { bytes } of lists) {
    packed.set(bytes, end);
    end += bytes.length;
  }
  return packed;
}

/** @throws Error if it is cut short or something else */
export function unpackChunk(packed: Uint8Array): IndexChunk {
  const begin = 4 + new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0);
  const beside = JSON.parse(new TextDecoder().decode(packed.subarray(4, begin))) as Beside;
  const lists = unpackNumbers(packed.subarray(begin), beside.lengths);
  const columns = Object.fromEntries(names.map((name, index) => [name, lists[index] ?? []])) as Columns<Uint32Array>;
  const all = unpackPostings(columns);
  let [list, posting, form] = [0, 0, 0];
  const nextPostings = (): Postings => {
    const first = posting;
    posting += columns.rows[list++] ?? 0;
    return {
      ...all,
      rows: all.rows.subarray(first, posting),
      begins: all.begins.subarray(first, posting + 1),
      fieldBegins: all.fieldBegins.subarray(first, posting + 1),
    };
  };
  const words = beside.words.map((word, index): IndexWord => ({
    word,
    forms: Array.from({ length: 1 + (columns.forms[index] ?? 0) }, (_, number) => ({
      form: number === 0 ? word : (beside.forms[form++] ?? word),
      postings: nextPostings(),
    })),
  }));
  return { words, keys: beside.words, stems: new Map(beside.stems) };
}

function unpackPostings(columns: Columns<Uint32Array>): Postings {
  const { rows: lists, row: steps, count, place, fieldCount, fieldPlace } = columns;
  const rows = new Uint32Array(steps.length);
  for (let list = 0, at = 0; list < lists.length; list++) {
    let row = 0;
    for (const end = at + (lists[list] ?? 0); at < end; at++) rows[at] = row += steps[at] ?? 0;
  }
  const inText = unpackPlaces(count, place, plainWeight);
  const inFields = unpackPlaces(fieldCount, fieldPlace, 0);
  return {
    rows,
    begins: inText.begins,
    places: inText.places,
    weights: inText.kinds,
    fieldBegins: inFields.begins,
    fieldPlaces: inFields.places,
    fields: inFields.kinds,
  };
}

/** Reads lists of places, each beginning with the kind given. */
function unpackPlaces(counts: Uint32Array, written: Uint32Array, firstKind: number) {
  const begins = new Uint32Array(counts.length + 1);
  const places = new Uint32Array(written.length);
  const kinds = new Uint8Array(written.length);
  let [at, end] = [0, 0];
  for (let list = 0; list < counts.length; list++) {
    let [place, kind] = [0, firstKind];
    for (const last = at + (counts[list] ?? 0); at < last; at++) {
      const number = unfolded(written[at] ?? 0);
      if (number < 0) {
        kind = Math.min(255, -number - 1);
        place = 0;
      } else {
        place += number;
        places[end] = place;
        kinds[end++] = kind;
      }
    }
    inOrder(places, kinds, begins[list] ?? 0, end);
    begins[list + 1] = end;
  }
  return { begins, places: places.subarray(0, end), kinds: kinds.subarray(0, end) };
}

/** Puts places into order, which are written kind after kind, and their kinds with them. */
function inOrder(places: Uint32Array, kinds: Uint8Array, begin: number, end: number): void {
  let isOrdered = true;
  for (let at = begin + 1; at < end; at++) if ((places[at] ?? 0) < (places[at - 1] ?? 0)) isOrdered = false;
  if (isOrdered) return;
  const sorted = Array.from({ length: end - begin }, (_, index) => begin + index)
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
    .map((at) => [places[at] ?? 0, kinds[at] ?? 0] as const);
  sorted.forEach(([place, kind], index) => {
    places[begin + index] = place;
    kinds[begin + index] = kind;
  });
}
