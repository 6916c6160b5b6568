import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Config } from '../../core/schema/config.ts';
import type { SimilarIndex } from '../../core/similar.ts';
import type { PostChange } from '../change/content-change.ts';
import type { CheckedChange } from '../check-change.ts';
import { questionFields } from '../policy/fields.ts';
import { similarQuestions, type KnownQuestion, type SimilarQuestion } from '../questions.ts';
import { policyList } from './policy-list.ts';
import { postSection } from './post-section.ts';
import { codeSpan, safeText, shortened } from './safe-text.ts';

export type ReviewOptions = {
  config: Config;
  /** Whom the forge says that the pull request is by. */
  actor?: string;
  /** Reads the questions of the archive; called once, and only if there is a title to compare them with. */
  questions: () => SimilarIndex<KnownQuestion>;
  /** Characters that the review may have: forges take 65,536 in a comment. */
  largest: number;
  /** The day, such as 2026-01-31: dates before it are said to be. */
  today: string;
};

const mostFindings = 25;
const mostSimilar = 3;
/** Questions less alike than this are hardly ever duplicates. */
const leastLikeness = 0.25;

/**
 * What a pull request does, as Markdown that a person reads in a minute. Nothing that the pull request says can be anything but text in it:
 * it is escaped, on one line, and in a quotation or in code.
 */
export function reviewChange(checked: CheckedChange, options: ReviewOptions): string {
  const head = [
    ...summary(checked, options),
    ...section('Policy', policyList(checked.judgements, mostFindings)),
    ...problemLines(checked.problems),
    ...otherFiles(checked),
  ];
  let text = cut(head.join('\n'), options.largest);
  const { length } = checked.change.posts;
  let index = 0;
  for (const section of postSections(checked, options)) {
    const note = `\n\n… and ${length - index} more posts, which are too long to show here.\n`;
    const isLast = index === length - 1;
    if (text.length + section.length + (isLast ? 1 : note.length) > options.largest)
      return text + note.slice(0, Math.max(0, options.largest - text.length));
    text += section;
    index += 1;
  }
  return `${text.trimEnd()}\n`;
}

/** A section for each post, made when it is asked for: there may be more of them than are shown. */
function* postSections(
  { change: { posts }, archive }: CheckedChange,
  { config, questions, today }: ReviewOptions,
): Generator<string> {
  const titles = new Map<string, string>(archive.threads.map(({ slug, summary }) => [slug, summary?.title ?? '']));
  let index: SimilarIndex<KnownQuestion> | undefined;
  const similarTo = (post: PostChange): SimilarQuestion[] => {
    const question = post.after?.post;
    const fields = questionFields(question);
    // What has so many posts is no question that somebody asks.
    if (!question || !fields || !isNewQuestion(post) || posts.length > 100) return [];
    const comparable = { slug: post.slug, title: fields.title, tags: fields.tags, question: question.body };
    return similarQuestions((index ??= questions()), comparable, { count: mostSimilar, least: leastLikeness });
  };
  for (const post of posts) {
    const title = questionFields(post.after?.post ?? post.before?.post)?.title ?? titles.get(post.slug) ?? '';
    yield `\n\n${postSection(post, { config, title, similar: similarTo(post), today })
      .join('\n')
      .trimEnd()}`;
  }
}

function isNewQuestion({ id, before, after }: PostChange): boolean {
  return id === undefined && questionFields(before?.post)?.title !== questionFields(after?.post)?.title;
}

function summary({ change, judgements }: CheckedChange, { actor }: ReviewOptions): string[] {
  const count = (wanted: (post: PostChange) => boolean, what: string) => {
    const { length } = change.posts.filter(wanted);
    return length === 0 ? [] : [`${length} ${what}${length === 1 ? '' : 's'}`];
  };
  const parts = [
    ...count(({ id, before }) => id === undefined && !before, 'new question'),
    ...count(({ id, before }) => id !== undefined && !before, 'new answer'),
    ...count(({ before, after }) => Boolean(before && after), 'changed post'),
    ...count(({ after }) => !after, 'deleted post'),
  ];
  const { length } = change.files;
  const refused = judgements.filter(({ passes }) => passes === undefined).length;
  const verdict =
    refused === 0
      ? 'Nothing in it is for curators alone.'
      : `**${refused} ${refused === 1 ? 'thing is' : 'things are'} for curators to decide.**`;
  return [
    '## What this changes',
    '',
    `${parts.length > 0 ? parts.join(', ') : 'No posts'}, in ${length} ${length === 1 ? 'file' : 'files'}${actor === undefined ? '' : `, handed in by ${codeSpan(actor)}`}. ${verdict}`,
    '',
  ];
}

function problemLines(problems: readonly Diagnostic[]): string[] {
  const sorted = problems.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
  const lines = sorted
    .slice(0, mostFindings)
    .map(
      ({ severity, rule, file, line, message }) =>
        `- ${severity} (${codeSpan(rule)}) ${codeSpan(`${shortened(file, 200)}:${line}`)}: ${safeText(shortened(message, 400))}`,
    );
  return section('Problems', lines, problems.length);
}

/** Files that are no posts, which are not shown. */
function otherFiles({ change: { files } }: CheckedChange): string[] {
  const others = files.filter(({ place }) => place.kind !== 'question' && place.kind !== 'answer');
  const lines = others.slice(0, mostFindings).map(({ name, before, after }) => {
    const size = after && after.kind !== 'submodule' ? `, ${after.size.toLocaleString('en')} bytes` : '';
    return `- ${!before ? 'added' : after ? 'changed' : 'deleted'}: ${codeSpan(shortened(name, 200))}${size}`;
  });
  return section('Other files', lines, others.length);
}

function section(heading: string, lines: readonly string[], all: number = lines.length): string[] {
  if (lines.length === 0) return [];
  const more = all > lines.length ? [`- … and ${all - lines.length} more`] : [];
  return [`### ${heading}`, '', ...lines, ...more, ''];
}

/** Keeps whole lines. */
function cut(text: string, largest: number): string {
  if (text.length <= largest) return text.trimEnd();
  return `${text.slice(0, text.lastIndexOf('\n', largest - 20))}\n… cut here`;
}
