import { anonymous, answerId, authorHandle, type AnswerId } from '../core/ids.ts';
import { answerSchema } from '../core/schema/answer.ts';
import type { AuthorReference, Comment } from '../core/schema/fields.ts';
import { questionSchema } from '../core/schema/question.ts';
import { cleanLine, cleanText, shorten } from './clean-text.ts';
import { toFile, type AnyFrontmatter } from '../archive/write-frontmatter.ts';
import { localLink, type FilePlace } from './local-links.ts';
import type { ImportedByline, ImportedComment, ImportedPost, ImportedThread } from './model.ts';
import type { Names } from './names.ts';
import type { Report } from './report.ts';
import { aliasesOf, closedReasonOf, duplicateOf, tagsOf, titleOf } from './question-fields.ts';
import { mayNeedLinks, rewriteLinks } from './rewrite-links.ts';
import { slugify } from '../core/slugify.ts';
import type { ThreadPictures } from './thread-pictures.ts';
import type { OutputFile } from './output-file.ts';

/** Ids of the page itself, which no answer may have. */
const reservedAnswers = new Set(['question', 'new']);

/** The name of each answer's file, in the order of the thread's answers, none twice. */
export function answerNames(thread: ImportedThread): AnswerId[] {
  const used = new Set(reservedAnswers);
  return thread.answers.map(({ anchor, externalId }) => {
    const base = slugify(anchor ?? '') || slugify(externalId) || 'answer';
    let name = base;
    for (let n = 2; used.has(name); n++) name = `${base}-${n}`;
    used.add(name);
    return answerId.parse(name);
  });
}

/**
 * The files of a thread. What cannot stand in the archive as it was is changed, and the report names it.
 * @param slug the name of the thread's folder
 * @param pictures takes the pictures whose links become links to files of the thread; without it all stay where they are
 */
export function threadFiles(
  thread: ImportedThread,
  slug: string,
  names: Names,
  report: Report,
  pictures?: ThreadPictures,
): OutputFile[] {
  const answers = answerNames(thread);
  const accepted = thread.answers.findIndex(({ externalId }) => externalId === thread.acceptedId);
  if (thread.acceptedId !== undefined && accepted === -1) {
    report.changed(
      'accepted-missing',
      thread.externalId,
      `the accepted answer ${thread.acceptedId} is not in the source`,
    );
  }
  const acceptedName = answers[accepted];
  const question = {
    title: titleOf(thread, report),
    ...postFields(thread.question, { slug, answer: undefined }, names, report),
    tags: tagsOf(thread, report),
    ...(acceptedName === undefined ? {} : { accepted: acceptedName }),
    status: thread.status,
    ...closedReasonOf(thread, report),
    ...duplicateOf(thread, names, report),
    aliases: aliasesOf(thread, names, report),
    ...(thread.lang === undefined ? {} : { lang: thread.lang }),
  } satisfies AnyFrontmatter;
  check(questionSchema.safeParse(question), thread.externalId, report);
  return [
    {
      path: `threads/${slug}/question.md`,
      text: toFile(question, bodyOf(thread.question, { slug, answer: undefined }, names, report, pictures)),
    },
    ...thread.answers.map((answer, index) => {
      const place = { slug, answer: answers[index] };
      const frontmatter = postFields(answer, place, names, report);
      check(answerSchema.safeParse(frontmatter), answer.externalId, report);
      return {
        path: `threads/${slug}/answers/${place.answer}.md`,
        text: toFile(frontmatter, bodyOf(answer, place, names, report, pictures)),
      };
    }),
  ];
}

function postFields(post: ImportedPost, place: FilePlace, names: Names, report: Report) {
  const { externalId, votes, date, edited, license, source } = post;
  const isEdited = edited !== undefined && (date === undefined || edited >= date);
  if (edited !== undefined && !isEdited) {
    report.changed('edited-dropped', externalId, `edited (${edited}) is before written (${date})`);
  }
  return {
    author: authorOf(post.author, externalId, names, report),
    votes,
    ...(date === undefined ? {} : { date }),
    ...(isEdited ? { edited } : {}),
    ...(license === undefined ? {} : { license }),
    source,
    comments: post.comments.flatMap((comment) => commentOf(comment, post, place, names, report)),
  };
}

function commentOf(
  comment: ImportedComment,
  post: ImportedPost,
  place: FilePlace,
  names: Names,
  report: Report,
): Comment[] {
  const { text, removed } = cleanText(comment.text);
  if (removed > 0) reportInvisible(comment.externalId, removed, report);
  if (text.trim() === '') {
    report.leaveOut('comments', 'empty-comment', comment.externalId, `a comment on ${post.externalId} has no text`);
    return [];
  }
  report.arrived('comments');
  return [
    {
      author: authorOf(comment.author, comment.externalId, names, report),
      ...(comment.date === undefined ? {} : { date: comment.date }),
      votes: comment.votes,
      text: withLinks(text.trim(), comment.externalId, post, place, names, report),
    },
  ];
}

function bodyOf(
  post: ImportedPost,
  place: FilePlace,
  names: Names,
  report: Report,
  pictures: ThreadPictures | undefined,
): string {
  const { text, removed } = cleanText(post.body);
  if (removed > 0) reportInvisible(post.externalId, removed, report);
  if (text.trim() === '') report.changed('empty-body', post.externalId, 'has no text; write some, or delete its file');
  return withLinks(text, post.externalId, post, place, names, report, pictures);
}

function withLinks(
  text: string,
  id: string,
  { source }: ImportedPost,
  place: FilePlace,
  names: Names,
  report: Report,
  pictures?: ThreadPictures,
): string {
  if (!pictures && !mayNeedLinks(text, names.postAddress)) return text;
  return rewriteLinks(text, (url, isPicture) => {
    const picture = isPicture ? pictures?.link(url, id, place) : undefined;
    if (picture !== undefined) return picture;
    const link = localLink(url, place, source, names);
    if (link) report.changed(link.kind, id, `${url} → ${link.url}`);
    return link?.url;
  });
}

function authorOf(
  { externalId, name, url }: ImportedByline,
  id: string,
  names: Names,
  report: Report,
): AuthorReference {
  const handle = externalId === undefined ? undefined : names.handleOf(externalId);
  if (handle !== undefined) return authorHandle.parse(handle);
  const shown = shorten(cleanLine(name ?? ''), 100);
  if (shown !== '') return { name: shown, ...(url === undefined ? {} : { url }) };
  report.changed('no-author', id, 'the source does not say who wrote it: anonymous');
  return anonymous;
}

function reportInvisible(id: string, removed: number, report: Report): void {
  report.changed('invisible-characters', id, `${removed} invisible or control characters were taken out`);
}

function check(
  result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined },
  id: string,
  report: Report,
): void {
  for (const { path, message } of result.error?.issues ?? [])
    report.problem('invalid', id, `${path.join('.')} ${message}; correct it in the file`);
}
