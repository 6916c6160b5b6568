import type { TagName } from '../../core/ids.ts';
import { questionSchema } from '../../core/schema/question.ts';
import { nearest } from '../../core/nearest.ts';
import type { Synonyms } from '../../core/tag-names.ts';
import type { SimilarQuestion } from '../questions.ts';
import { authorFrom, type Draft } from './new-file.ts';
import { readTags } from './read-tags.ts';
import { suggestTags } from './suggest-tags.ts';

/** What was given cannot be a post; the message says why, for people. */
export class DraftError extends Error {}

/** How the dialog talks with a person. */
export type Conversation = {
  say: (text: string) => void;
  /** Gives the answer, or what is proposed for an empty one. Absent if there is nobody to ask: everything must then be given. */
  ask?: (question: string, proposed?: string) => Promise<string>;
};

/** What the dialog knows of the archive. */
export type KnownArchive = {
  similar: (title: string) => readonly SimilarQuestion[];
  /** How many threads have a tag. */
  tagCounts: ReadonlyMap<TagName, number>;
  synonyms: Synonyms;
};

/** What was given in advance. What is absent is asked for. */
export type Given = Pick<Draft, 'date' | 'body'> & { title?: string; tags?: readonly string[]; author?: string };

/**
 * Asks what a new question needs, and shows those that are like it.
 * @returns nothing if the person finds that it is asked already
 * @throws {DraftError} if what was given cannot be a question
 */
export async function draftQuestion(known: KnownArchive, given: Given, talk: Conversation): Promise<Draft | undefined> {
  const title = await titleOf('What is your question, in one sentence?', given, talk);
  const found = known.similar(title);
  if (found.length > 0) {
    talk.say(similarText(found));
    if (talk.ask && !/^y/i.test(await talk.ask('Is yours another question? y or n', 'y'))) return undefined;
  }
  const tags = await tagsOf(title, known, given, talk);
  return { title, tags, author: await authorOf(given, talk), date: given.date, body: given.body };
}

/**
 * Asks what a new answer needs.
 * @throws {DraftError} if what was given cannot be an answer
 */
export async function draftAnswer(given: Given, talk: Conversation): Promise<Draft> {
  const title = await titleOf('What does your answer say, in a few words?', given, talk);
  return { title, tags: [], author: await authorOf(given, talk), date: given.date, body: given.body };
}

async function titleOf(question: string, given: Given, { ask, say }: Conversation): Promise<string> {
  for (let title = given.title; ; title = undefined) {
    title ??= (await ask?.(question)) ?? '';
    const problem = questionSchema.shape.title.safeParse(title).error?.issues[0]?.message;
    if (problem === undefined) return title.trim();
    if (!ask) throw new DraftError(`The title ${problem}.`);
    say(`The title ${problem}.`);
  }
}

async function tagsOf(
  title: string,
  { tagCounts, synonyms }: KnownArchive,
  given: Given,
  { ask, say }: Conversation,
): Promise<TagName[]> {
  const proposed = suggestTags(title, tagCounts, synonyms);
  if (given.tags || !ask) {
    const { tags, problems } = readTags(given.tags ?? [], synonyms);
    if (problems.length > 0) throw new DraftError(problems.join('\n'));
    const others = proposed.filter((tag) => !tags.includes(tag));
    if (others.length > 0) say(`Tags that may fit too: ${others.join(', ')}`);
    for (const tag of tags) {
      const meant = misspelt(tag, tagCounts);
      if (meant !== undefined) say(`No question has the tag ${tag} yet; did you mean ${meant}?`);
    }
    return tags;
  }
  for (;;) {
    const { tags, problems } = readTags(
      (await ask('Tags, with commas between them', proposed.join(', '))).split(','),
      synonyms,
    );
    problems.forEach(say);
    if (problems.length > 0) continue;
    const meant: TagName[] = [];
    for (const tag of tags) {
      const other = misspelt(tag, tagCounts);
      const isOther =
        other !== undefined &&
        /^y/i.test(await ask(`No question has the tag ${tag} yet. Did you mean ${other}? y or n`, 'y'));
      meant.push(isOther ? other : tag);
    }
    return [...new Set(meant)];
  }
}

/** The known tag that one which no question has was probably meant to be; of one or two letters nobody can tell. */
function misspelt(tag: TagName, known: ReadonlyMap<TagName, number>): TagName | undefined {
  if (known.has(tag) || tag.length < 3) return undefined;
  const near = nearest(tag, known.keys());
  return [...known.keys()].find((one) => one === near);
}

async function authorOf({ author }: Given, { ask }: Conversation): Promise<Draft['author']> {
  const name = author ?? (await ask?.('Your handle, your name, or anonymous')) ?? '';
  if (name.trim() === '') throw new DraftError('An author is a handle, a name, or anonymous.');
  return authorFrom(name);
}

function similarText(found: readonly SimilarQuestion[]): string {
  const lines = found.map(
    ({ slug, title, likeness }) => `  ${`${Math.round(likeness * 100)}`.padStart(3)} % ${title}  (${slug})`,
  );
  return ['Asked already:', ...lines].join('\n');
}
