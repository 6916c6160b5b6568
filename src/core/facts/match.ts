import { isInRange } from '../query/number-range.ts';
import { resolveDateRange, type DateRange } from '../query/date-range.ts';
import type { Clause, FactTerm, HasValue, Query, Term, TextTerm } from '../query/query.ts';
import type { FactsTable } from './table.ts';
import { mark, slugHash } from './tables.ts';

/** Whether something holds of a thread; with a post, of that post of it, as far as it speaks of posts. */
type Condition = (row: number, post: number | undefined) => boolean;

/**
 * Whether the words of a term are in a thread; with a post, which is a row of the table too, in that post of it. The same terms, as
 * objects, as in the query.
 */
export type HasText = (term: TextTerm, row: number, post: number | undefined) => boolean;

export type CompiledQuery = {
  matches: (row: number) => boolean;
  /** If the query asks for a kind of post: those of a thread that meet it, counted from its question, which is 0. */
  postsThatMatch: ((row: number) => number[]) | undefined;
};

const kindsOfPost: ReadonlySet<string> = new Set(['question', 'answer', 'accepted']);

/**
 * Makes of a query a condition on threads. Without a kind of post, every term speaks of the thread: `votes:`, `created:` of its
 * question, `user:`, `has:`, `license:` of any of its posts, each for itself. With one (`is:question`, `is:answer`, `is:accepted`, or
 * several with `or` between), one post of that kind must meet all that speaks of posts at once, words among it:
 * `is:answer user:ada lock` finds threads with an answer by ada that has the word.
 * @param today days since 1970-01-01
 * @param table holds the files that `factsNeeded` names
 */
export function compileQuery(query: Query, table: FactsTable, today: number, hasText: HasText): CompiledQuery {
  const scope = query.find(isKindOfPost);
  const conditions = query
    .filter((clause) => clause !== scope)
    .map((clause) => {
      const any = clause.map((term) => compileTerm(term, table, today, hasText));
      return any.length === 1 && any[0]
        ? any[0]
        : (((row, post) => any.some((one) => one(row, post))) satisfies Condition);
    });
  if (scope === undefined)
    return { matches: (row) => conditions.every((condition) => condition(row, undefined)), postsThatMatch: undefined };
  const kinds = scope.map((kind) => compileTerm(kind, table, today, hasText));
  const postsThatMatch = (row: number): number[] => {
    const [first, end] = table.postsOf(row);
    return Array.from({ length: end - first }, (_, position) => position).filter(
      (position) =>
        kinds.some((isKind) => isKind(row, first + position)) &&
        conditions.every((condition) => condition(row, first + position)),
    );
  };
  return { matches: (row) => postsThatMatch(row).length > 0, postsThatMatch };
}

/** A clause that says of which posts the others speak: one kind of them, or several with `or` between. */
export function isKindOfPost(clause: Clause): boolean {
  return clause.every((term) => term.kind === 'is' && !term.isNot && kindsOfPost.has(term.value));
}

function compileTerm(term: Term, table: FactsTable, today: number, hasText: HasText): Condition {
  const condition: Condition =
    term.kind === 'text' ? (row, post) => hasText(term, row, post) : factCondition(term, table, today);
  return term.isNot ? (row, post) => !condition(row, post) : condition;
}

function factCondition(term: FactTerm, table: FactsTable, today: number): Condition {
  switch (term.kind) {
    case 'tag': {
      const id = table.tagId(term.tag);
      return (row) => id !== undefined && table.hasTag(row, id);
    }
    case 'user': {
      const author = table.authorId(term.handle);
      return author === undefined ? never : ofPosts(table, (post) => table.author(post) === author);
    }
    case 'license': {
      const license = table.licenseId(term.license);
      return license === undefined ? never : ofPosts(table, (post) => table.license(post) === license);
    }
    case 'thread': {
      const hash = slugHash(term.slug);
      return (row) => table.slug(row) === hash;
    }
    case 'lang': {
      const isLang = table.langs().map((lang) => isInLanguage(lang, term.lang));
      return (row) => isLang[table.lang(row)] === true;
    }
    case 'votes':
      return (row, post) => isInRange(term.range, table.votes(row, post));
    case 'answers':
      return (row) => isInRange(term.range, table.answers(row));
    case 'created':
      return inDays(term.range, today, (row, post) => table.created(row, post));
    case 'active':
      return inDays(term.range, today, (row) => table.active(row));
    case 'has':
      return hasMark(table, term.value);
    case 'is':
      return isCondition(term.value, table);
  }
}

function isCondition(value: Extract<FactTerm, { kind: 'is' }>['value'], table: FactsTable): Condition {
  switch (value) {
    case 'question':
      return (row, post) => post === undefined || post === table.postsOf(row)[0];
    case 'answer':
      return (row, post) => (post === undefined ? table.answers(row) > 0 : post !== table.postsOf(row)[0]);
    case 'accepted':
      // The accepted answer is always the first.
      return (row, post) => table.isAccepted(row) && (post === undefined || post === table.postsOf(row)[0] + 1);
    case 'answered':
      return (row) => table.answers(row) > 0;
    case 'unanswered':
      return (row) => table.answers(row) === 0;
    case 'closed':
      return (row) => (table.marks(row) & mark.closed) !== 0;
    case 'open':
      return (row) => (table.marks(row) & mark.closed) === 0;
    case 'duplicate':
      return (row) => (table.marks(row) & mark.duplicate) !== 0;
  }
}

/** Whether a language is the one that is asked for, or a variety of it: `pt-br` is `pt`. Both in small letters. */
export function isInLanguage(lang: string, asked: string): boolean {
  return lang === asked || lang.startsWith(`${asked}-`);
}

const never: Condition = () => false;

function hasMark(table: FactsTable, value: HasValue): Condition {
  return (row, post) => ((post === undefined ? table.marks(row) : table.postMarks(post)) & mark[value]) !== 0;
}

function ofPosts(table: FactsTable, holds: (post: number) => boolean): Condition {
  return (row, post) => {
    if (post !== undefined) return holds(post);
    const [first, end] = table.postsOf(row);
    for (let one = first; one < end; one++) if (holds(one)) return true;
    return false;
  };
}

/** What has no date is never within a range. */
function inDays(
  range: DateRange,
  today: number,
  day: (row: number, post: number | undefined) => number | undefined,
): Condition {
  const { first, last } = resolveDateRange(range, today);
  return (row, post) => {
    const value = day(row, post);
    return value !== undefined && value >= first && value <= last;
  };
}
