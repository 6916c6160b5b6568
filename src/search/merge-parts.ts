import { byId } from '../core/text-index/index-meta.ts';
import type { WrittenPosting, WrittenWord } from '../core/text-index/chunk.ts';
import { isBefore } from '../core/text-index/key-order.ts';
import type { PagefindPart } from './read-part.ts';

/**
 * Makes one of several parts of an index, as it would be had they been indexed together; what is in memory at a time is what one word
 * has. Pages are put into the order of their ids, which must differ.
 */
export function mergeParts(parts: readonly PagefindPart[]): PagefindPart {
  const pages = parts.flatMap((part) => part.pages).sort(byId);
  const rowOf = new Map(pages.map(({ id }, row) => [id, row]));
  const fields = [...new Set(parts.flatMap((part) => part.fields))].sort();
  const sources = parts.map((part) => ({
    part,
    rows: part.pages.map(({ id }) => rowOf.get(id) ?? 0),
    fields: part.fields.map((name) => fields.indexOf(name)),
  }));
  return {
    pages,
    fields,
    begins: parts.flatMap((part) => part.begins).sort((a, b) => (isBefore(a, b) ? -1 : a === b ? 0 : 1)),
    *words(stretch) {
      const heads = sources.map(({ part, rows, fields }) => ({
        words: part.words(stretch),
        next: undefined as WrittenWord | undefined,
        rows,
        fields,
      }));
      const advance = (head: (typeof heads)[number]) => {
        const { value } = head.words.next();
        head.next = value ? renumbered(value, head.rows, head.fields) : undefined;
      };
      heads.forEach(advance);
      for (;;) {
        let first: string | undefined;
        for (const { next } of heads)
          if (next && (first === undefined || isBefore(next.word, first))) first = next.word;
        if (first === undefined) return;
        const same = heads.filter(({ next }) => next?.word === first);
        yield joined(
          first,
          same.flatMap(({ next }) => next ?? []),
        );
        same.forEach(advance);
      }
    },
  };
}

function renumbered(word: WrittenWord, rows: readonly number[], fields: readonly number[]): WrittenWord {
  const areSame = fields.every((field, index) => field === index);
  return {
    word: word.word,
    forms: word.forms.map(({ form, postings }) => ({
      form,
      postings: postings.map(({ row, places, fieldPlaces }) => ({
        row: rows[row] ?? 0,
        places,
        fieldPlaces: areSame || fieldPlaces.length === 0 ? fieldPlaces : inFields(fieldPlaces, fields),
      })),
    })),
  };
}

/** Names the fields in places of metadata by their new numbers. */
function inFields(places: readonly number[], fields: readonly number[]): number[] {
  // Without a field named, the first is meant.
  const named = (places[0] ?? 0) < 0 ? places : [-1, ...places];
  return named.map((place) => (place < 0 ? -1 - (fields[-1 - place] ?? 0) : place));
}

function joined(word: string, words: readonly WrittenWord[]): WrittenWord {
  const names = new Set(words.flatMap(({ forms }) => forms.map(({ form }) => form)));
  names.delete(word);
  return {
    word,
    forms: [word, ...names].map((name) => ({
      form: name,
      postings: inOrder(
        words.flatMap(({ forms }) => forms.filter(({ form }) => form === name).flatMap(({ postings }) => postings)),
      ),
    })),
  };
}

function inOrder(postings: WrittenPosting[]): WrittenPosting[] {
  return postings.sort((a, b) => a.row - b.row);
}
