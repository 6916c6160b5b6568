import { randomNumbers } from '../../../../scripts/bench/random-numbers.ts';
import type { RenderedAnswer, RenderedPost, RenderedThread } from '../../../../src/core/thread.ts';

/**
 * Queries about an archive, each with what it means said a second time: as a filter over threads as they were read, which knows
 * nothing of the parser or of the tables.
 */
export type GeneratedQuery = { text: string; holds: (thread: RenderedThread) => boolean };

/** Whether a term holds of a thread, or, where the query asks for a kind of post, of one post of it. */
type Holds = (thread: RenderedThread, post: RenderedPost | undefined) => boolean;
type Piece = { text: string; holds: Holds };

export const allPosts = (thread: RenderedThread): RenderedPost[] => [thread.question, ...thread.answers];
const accepted = (post: RenderedPost): boolean => (post as Partial<RenderedAnswer>).accepted === true;
const someOrThis = (thread: RenderedThread, post: RenderedPost | undefined, test: (post: RenderedPost) => boolean) =>
  post ? test(post) : allPosts(thread).some(test);
export const datesOf = (thread: RenderedThread): string[] =>
  allPosts(thread)
    .flatMap((post) => [post.date, post.edited, ...post.comments.map(({ date }) => date)])
    .flatMap((date) => (date === undefined ? [] : [date.slice(0, 10)]));
function remembered<Value>(of: (post: RenderedPost) => Value): (post: RenderedPost) => Value {
  const known = new WeakMap<RenderedPost, Value>();
  return (post) => {
    const value = known.get(post) ?? of(post);
    known.set(post, value);
    return value;
  };
}
const wordsOf = (html: string): ReadonlySet<string> =>
  new Set(
    html
      .replace(/<[^>]*>|&[^;]*;/g, ' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu),
  );
/** The words of a post's text that are not taken for anything else in a query. */
export const postWords = remembered(({ html }) => wordsOf(html));
/** And of those in blocks of code. */
export const codeWords = remembered(({ html }) => wordsOf(html.match(/<pre\b[^]*?<\/pre>/g)?.join(' ') ?? ''));
export const titleWords = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param today as `2026-11-23` */
export function generateQueries(threads: readonly RenderedThread[], count: number, today: string): GeneratedQuery[] {
  const random = randomNumbers(4);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  const somePost = (): RenderedPost => pick(allPosts(pick(threads)));
  const tags = threads.flatMap((thread) => thread.tags);
  const handles = threads.flatMap((thread) => allPosts(thread).flatMap(({ author }) => author.handle ?? []));
  const words = threads.flatMap(({ title }) => titleWords(title)).filter((word) => word !== 'or');

  const number = (about: number): { text: string; holds: (value: number) => boolean } => {
    const more = below(6);
    return pick([
      { text: String(about), holds: (value: number) => value === about },
      { text: `${about}..`, holds: (value: number) => value >= about },
      { text: `..${about}`, holds: (value: number) => value <= about },
      { text: `${about - more}..${about + more}`, holds: (value: number) => Math.abs(value - about) <= more },
      { text: `>${about}`, holds: (value: number) => value > about },
      { text: `${about + more + 1}..${about}`, holds: (value: number) => value >= about && value <= about + more + 1 },
    ]);
  };
  const date = (): { text: string; holds: (day: string) => boolean } => {
    const day = (somePost().date ?? '2020-02-29').slice(0, 10);
    const other = (somePost().date ?? '2019-12-31').slice(0, 10);
    const [first = day, last = day] = [day, other].sort();
    const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
    const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
    const weeks = 1 + below(500);
    const years = 1 + below(9);
    const yearsAgo = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
    return pick([
      { text: year, holds: (value: string) => value.startsWith(year) },
      { text: month, holds: (value: string) => value.startsWith(month) },
      { text: day, holds: (value: string) => value === day },
      { text: `${first}..${last}`, holds: (value: string) => value >= first && value <= last },
      { text: `..${month}`, holds: (value: string) => value.slice(0, 7) <= month },
      { text: `${year}..`, holds: (value: string) => value >= year },
      { text: `${weeks}w..`, holds: (value: string) => value >= ago(weeks * 7) },
      { text: `..${weeks * 3}d`, holds: (value: string) => value <= ago(weeks * 3) },
      { text: `${years}y`, holds: (value: string) => value >= yearsAgo },
    ]);
  };

  const makers: (() => Piece)[] = [
    () => {
      const tag = random() < 0.95 ? pick(tags) : 'no-such-tag';
      return {
        text: `[${random() < 0.2 ? tag.toUpperCase() : tag}]`,
        holds: ({ tags }) => tags.some((one) => one === tag),
      };
    },
    () => {
      const handle = pick(handles);
      return {
        text: `user:${handle}`,
        holds: (thread, post) => someOrThis(thread, post, ({ author }) => author.handle === handle),
      };
    },
    () => {
      const { text, holds } = number(somePost().votes);
      return { text: `votes:${text}`, holds: ({ question }, post) => holds((post ?? question).votes) };
    },
    () => {
      const { text, holds } = number(pick(threads).answers.length);
      return { text: `answers:${text}`, holds: ({ answers }) => holds(answers.length) };
    },
    () => {
      const { text, holds } = date();
      return {
        text: `created:${text}`,
        holds: ({ question }, post) => {
          const value = (post ?? question).date;
          return value !== undefined && holds(value.slice(0, 10));
        },
      };
    },
    () => {
      const { text, holds } = date();
      return {
        text: `active:${text}`,
        holds: (thread) => {
          const newest = datesOf(thread).sort().at(-1);
          return newest !== undefined && holds(newest);
        },
      };
    },
    () =>
      pick<Piece>([
        { text: 'is:answered', holds: ({ answers }) => answers.length > 0 },
        { text: 'is:unanswered', holds: ({ answers }) => answers.length === 0 },
        { text: 'is:open', holds: ({ status }) => status === 'open' },
        { text: 'is:closed', holds: ({ status }) => status === 'closed' },
        { text: 'is:duplicate', holds: ({ duplicateOf }) => duplicateOf !== undefined },
      ]),
    () =>
      pick<Piece>([
        { text: 'has:code', holds: (thread, post) => someOrThis(thread, post, ({ hasCode }) => hasCode) },
        { text: 'has:math', holds: (thread, post) => someOrThis(thread, post, ({ hasMath }) => hasMath) },
        { text: 'has:picture', holds: (thread, post) => someOrThis(thread, post, ({ hasPicture }) => hasPicture) },
      ]),
    () => {
      const { license } = somePost();
      return {
        text: `license:${random() < 0.5 ? license : license.toLowerCase()}`,
        holds: (thread, post) => someOrThis(thread, post, (one) => one.license === license),
      };
    },
    () => {
      const [lang = ''] = pick(threads).lang.split('-');
      return { text: `lang:${lang}`, holds: (thread) => thread.lang.split('-')[0] === lang };
    },
    () => {
      const { slug } = pick(threads);
      return { text: `in:${slug}`, holds: (thread) => thread.slug === slug };
    },
    () => {
      const word = pick(words);
      return { text: `title:${word}`, holds: ({ title }) => titleWords(title).includes(word) };
    },
    () => {
      const word = pick([...postWords(somePost()), pick(words)]);
      const isIn = (post: RenderedPost) => postWords(post).has(word);
      return random() < 0.8
        ? { text: `body:${word}`, holds: (thread, post) => someOrThis(thread, post, isIn) }
        : {
            text: `code:${word}`,
            holds: (thread, post) => someOrThis(thread, post, (one) => codeWords(one).has(word)),
          };
    },
  ];
  const kinds: { text: string; posts: (thread: RenderedThread) => RenderedPost[] }[] = [
    { text: 'is:question', posts: ({ question }) => [question] },
    { text: 'is:answer', posts: ({ answers }) => answers },
    { text: 'is:accepted', posts: ({ answers }) => answers.filter(accepted) },
    {
      text: 'is:question or is:accepted',
      posts: ({ question, answers }) => [question, ...answers.filter(accepted)],
    },
  ];

  const term = (maker = pick(makers)): Piece => {
    const { text, holds } = maker();
    return random() < 0.2 ? { text: `-${text}`, holds: (thread, post) => !holds(thread, post) } : { text, holds };
  };
  const alone = (1 + kinds.length) * makers.length;
  return Array.from({ length: count }, (_, index): GeneratedQuery => {
    // The first ones have each operator alone, and then each beside each kind of post.
    const first = makers[index % makers.length];
    const clauses = Array.from({ length: index < alone ? 1 : 1 + below(3) }, (_, position): Piece => {
      const terms = [term(position === 0 ? first : undefined)];
      while (index >= alone && random() < 0.3) terms.push(term());
      return {
        text: terms.map(({ text }) => text).join(' or '),
        holds: (thread, post) => terms.some(({ holds }) => holds(thread, post)),
      };
    });
    const kind =
      index < makers.length
        ? undefined
        : index < alone
          ? kinds[Math.floor(index / makers.length) - 1]
          : random() < 0.3
            ? pick(kinds)
            : undefined;
    const texts = clauses.map(({ text }) => text);
    if (!kind)
      return { text: texts.join(' '), holds: (thread) => clauses.every(({ holds }) => holds(thread, undefined)) };
    texts.splice(below(texts.length + 1), 0, kind.text);
    return {
      text: texts.join(' '),
      holds: (thread) => kind.posts(thread).some((post) => clauses.every(({ holds }) => holds(thread, post))),
    };
  });
}
