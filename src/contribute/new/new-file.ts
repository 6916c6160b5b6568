import { toFile } from '../../archive/write-frontmatter.ts';
import { authorHandle, reservedSlugs, type TagName } from '../../core/ids.ts';
import type { AuthorReference } from '../../core/schema/fields.ts';
import { newFileGuide } from '../../core/contribute/guide-words.ts';
import { guideComment } from '../../core/contribute/new-post.ts';
import { slugify } from '../../core/slugify.ts';

/** What a person says of a post that they begin to write. */
export type Draft = {
  /** Of a question; of an answer, what it says in a few words, which becomes its id. */
  title: string;
  author: AuthorReference;
  /** ISO date of today. */
  date: string;
  tags: readonly TagName[];
  /** Markdown; if it is empty, the file says what is to be written there. */
  body: string;
};

/** A file that is to be written. */
export type NewFile = {
  /** Below the content folder. */
  path: string;
  text: string;
};

/** Ids of the page itself, which no answer may have. */
const reservedAnswers = new Set(['question', 'new']);

/**
 * A new question in a folder of its own, named after its title.
 * @param isTaken whether there is a thread of that name
 */
export function newQuestion({ title, author, date, tags, body }: Draft, isTaken: (slug: string) => boolean): NewFile {
  const slug = freeName(slugify(title) || 'question', (name) => reservedSlugs.has(name) || isTaken(name));
  return {
    path: `threads/${slug}/question.md`,
    text: toFile({ title: title.trim(), author, date, tags: [...tags] }, bodyOr('guideQuestion', body)),
  };
}

/**
 * A new answer to a thread, named after what it says. It has no votes: they begin at 0.
 * @param isTaken whether the thread has an answer of that name
 */
export function newAnswer(
  slug: string,
  { title, author, date, body }: Draft,
  isTaken: (id: string) => boolean,
): NewFile {
  const id = freeName(slugify(title) || 'answer', (name) => reservedAnswers.has(name) || isTaken(name));
  return { path: `threads/${slug}/answers/${id}.md`, text: toFile({ author, date }, bodyOr('guideAnswer', body)) };
}

/** What a person types as their name: a handle if it can be one, else a name. */
export function authorFrom(text: string): AuthorReference {
  const handle = authorHandle.safeParse(text.trim());
  return handle.success ? handle.data : { name: text.trim() };
}

function bodyOr(kind: 'guideQuestion' | 'guideAnswer', body: string): string {
  return body.trim() === '' ? guideComment(`${newFileGuide[kind]}\n${newFileGuide.guideNotShown}`) : body;
}

function freeName(base: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!isTaken(name)) return name;
  }
}
