import type { Synonyms } from '../../core/tag-names.ts';

/** A file as a fixer sees it. What fixers before it mended is mended already. */
export type FixSubject = {
  text: string;
  kind: 'question' | 'answer' | 'tag' | 'author';
  synonyms: Synonyms;
};

/** What a fixer did: the text as it should be, and a sentence for each thing that it mended. */
export type Fix = { text: string; did: string[] };

/** Mends one kind of fault, where what was meant is beyond doubt. What is right already comes back as nothing. */
export type Fixer = (subject: FixSubject) => Fix | undefined;
