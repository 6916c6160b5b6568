import { dayOf, firstDayOf, yearOf } from '../query/date-range.ts';
import { canonicalTags } from '../tag-names.ts';
import type { TextStretch } from '../text-stretch.ts';
import type { RenderedPost, RenderedThread, Tag } from '../thread.ts';
import { mark, slugHash, type Facts } from './tables.ts';

/** Where a post is among the words of its thread in the index, and the blocks of code in it, counted from its own first word. */
export type PostText = { place: number; code: readonly TextStretch[] };

/**
 * Makes the facts of threads, thread by thread in the order of the index, so that no more than the numbers is held.
 * @param tags of the archive, for their synonyms
 */
export function collectFacts(tags: readonly Pick<Tag, 'name' | 'synonyms'>[]) {
  const synonyms = new Map(tags.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [synonym, name] as const)));
  const langs = positions();
  const handles = positions();
  const licenses = positions();
  const tagIds = positions();
  const tagUses: number[] = [];
  const rows: { votes: number; answers: number; created?: number | undefined; active?: number | undefined }[] = [];
  const columns = {
    marks: [] as number[],
    lang: [] as number[],
    tagCount: [] as number[],
    tags: [] as number[],
    postMarks: [] as number[],
    answerVotes: [] as number[],
    answerDays: [] as (number | undefined)[],
    author: [] as number[],
    license: [] as number[],
    place: [] as number[],
    codeBlocks: [] as number[],
    codeBefore: [] as number[],
    codeWords: [] as number[],
    slug: [] as number[],
  };

  return {
    /** @param texts of the posts, in their order; none if they are not looked for */
    add(thread: RenderedThread, texts: readonly PostText[] = []): void {
      const posts: RenderedPost[] = [thread.question, ...thread.answers];
      const postMarks = posts.map(marksOf);
      rows.push({
        votes: thread.question.votes,
        answers: thread.answers.length,
        created: day(thread.question.date),
        active: newestDay(posts),
      });
      columns.marks.push(
        postMarks.reduce((all, one) => all | one, 0) |
          (thread.answers.some(({ accepted }) => accepted) ? mark.accepted : 0) |
          (thread.status === 'closed' ? mark.closed : 0) |
          (thread.duplicateOf === undefined ? 0 : mark.duplicate),
      );
      columns.lang.push(langs.of(thread.lang.toLowerCase()));
      const tagged = canonicalTags(thread.tags, synonyms).map(tagIds.of);
      columns.tagCount.push(tagged.length);
      for (const id of tagged) {
        columns.tags.push(id);
        tagUses[id] = (tagUses[id] ?? 0) + 1;
      }
      columns.postMarks.push(...postMarks);
      for (const answer of thread.answers) {
        columns.answerVotes.push(answer.votes);
        columns.answerDays.push(day(answer.date));
      }
      for (const { author, license } of posts) {
        columns.author.push(author.handle === undefined ? 0 : handles.of(author.handle) + 1);
        columns.license.push(licenses.of(license.toLowerCase()));
      }
      let before = 0;
      for (const post of posts.keys()) {
        const { place, code } = texts[post] ?? { place: before, code: [] };
        columns.place.push(place - before);
        before = place;
        columns.codeBlocks.push(code.length);
        let end = 0;
        for (const block of code) {
          columns.codeBefore.push(block.begin - end);
          columns.codeWords.push(block.end - block.begin);
          end = block.end;
        }
      }
      columns.slug.push(slugHash(thread.slug));
    },

    finish(): Facts {
      const firstDay = columns.answerDays.reduce<number>(
        (first, day) => Math.min(first, day ?? first),
        rows.reduce((first, { created, active }) => Math.min(first, created ?? first, active ?? first), Infinity),
      );
      const firstYear = rows.reduce(
        (first, { created }) => Math.min(first, created === undefined ? first : yearOf(created)),
        Infinity,
      );
      const since = (day: number | undefined) => (day === undefined ? 0 : day - firstDay + 1);
      const byUse = tagUses.map((_, id) => id).sort((a, b) => (tagUses[b] ?? 0) - (tagUses[a] ?? 0) || a - b);
      const rank = new Map(byUse.map((id, position) => [id, position]));
      let taken = 0;
      const ids = columns.tagCount.flatMap((count) =>
        columns.tags
          .slice(taken, (taken += count))
          .map((id) => rank.get(id) ?? 0)
          .sort((a, b) => a - b)
          .map((id, index, sorted) => id - (sorted[index - 1] ?? 0)),
      );
      return {
        common: {
          beside: { firstDay: known(firstDay), firstYear: known(firstYear), langs: langs.all() },
          columns: {
            answers: rows.map(({ answers }) => answers),
            marks: columns.marks,
            lang: columns.lang,
            year: rows.map(({ created }) => (created === undefined ? 0 : yearOf(created) - firstYear + 1)),
          },
        },
        votes: { beside: null, columns: { votes: rows.map(({ votes }) => votes) } },
        created: {
          beside: null,
          columns: {
            day: rows.map(({ created }) => (created === undefined ? 0 : created - firstDayOf(yearOf(created)))),
          },
        },
        active: {
          beside: null,
          columns: {
            later: rows.map(({ created, active }) =>
              created === undefined ? since(active) : (active ?? created) - created,
            ),
          },
        },
        tags: {
          beside: {
            tags: byUse.map((id) => tagIds.all()[id] ?? ''),
            synonyms: Object.fromEntries(synonyms),
          },
          columns: { count: columns.tagCount, ids },
        },
        posts: {
          beside: null,
          columns: {
            marks: columns.postMarks,
            answerVotes: columns.answerVotes,
            answerCreated: columns.answerDays.map(since),
          },
        },
        authors: { beside: { handles: handles.all() }, columns: { author: columns.author } },
        licenses: { beside: { licenses: licenses.all() }, columns: { license: columns.license } },
        places: { beside: null, columns: { place: columns.place } },
        code: {
          beside: null,
          columns: { blocks: columns.codeBlocks, before: columns.codeBefore, words: columns.codeWords },
        },
        slugs: { beside: null, columns: { hash: columns.slug } },
      };
    },
  };
}

/** Of a minimum over nothing: 0. */
function known(least: number): number {
  return Number.isFinite(least) ? least : 0;
}

function marksOf({ hasCode, hasMath, hasPicture }: RenderedPost): number {
  return (hasCode ? mark.code : 0) | (hasMath ? mark.math : 0) | (hasPicture ? mark.picture : 0);
}

function newestDay(posts: readonly RenderedPost[]): number | undefined {
  const days = posts
    .flatMap(({ date, edited, comments }) => [date, edited, ...comments.map((comment) => comment.date)])
    .flatMap((date) => day(date) ?? []);
  return days.length > 0 ? Math.max(...days) : undefined;
}

function day(date: string | undefined): number | undefined {
  return date === undefined ? undefined : dayOf(date);
}

/** Gives each text a number, in the order in which they come. */
function positions() {
  const numbers = new Map<string, number>();
  return {
    of: (text: string): number => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}
