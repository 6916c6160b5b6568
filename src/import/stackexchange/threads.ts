import type { ImportedByline, ImportedComment, ImportedPost, ImportedThread } from '../model.ts';
import type { Attributes, CommentRow, PostRows, ThreadRows } from './dump-rows.ts';
import type { Site } from './site.ts';
import type { TextOf } from './text-pool.ts';
import type { SourceText } from './texts.ts';
import { licenseOf, toCloseReason, toDate, toLicense, toTags } from './values.ts';

/** The texts of a thread: each post, then the comments on it. */
export function textsOf({ question, answers }: ThreadRows): SourceText[] {
  return [question, ...answers].flatMap(({ id, attributes, typed, comments }) => [
    { id: String(id), typed, html: attributes['Body'] },
    ...comments.map((comment) => ({ id: commentTextId(comment.id), typed: comment.attributes['Text'] ?? '' })),
  ]);
}

function commentTextId(id: number): string {
  return `comment ${id}`;
}

/** The thread of a question and its answers. */
export function threadOf({ question: post, answers }: ThreadRows, site: Site, textOf: TextOf): ImportedThread {
  const { dump, report } = site;
  const { Title, Tags, AcceptedAnswerId, ClosedDate } = post.attributes;
  const externalId = String(post.id);
  const event = dump.closeEvent(post.id);
  const originals = [
    ...new Set([...dump.duplicates(post.id), ...(ClosedDate === undefined ? [] : (event?.originals ?? []))]),
  ];
  const [duplicateOf, ...others] = originals.filter((id) => id !== externalId);
  if (others.length > 0) {
    report.changed(
      'several-originals',
      externalId,
      `is a duplicate of ${originals.join(', ')}; only the first is kept`,
    );
  }
  const reason = toCloseReason(event?.reason) ?? (duplicateOf === undefined ? undefined : 'Duplicate');
  if (ClosedDate !== undefined && reason === undefined) {
    report.changed('no-close-reason', externalId, 'is closed, and the dump does not say why');
  }
  return {
    externalId,
    title: Title ?? '',
    question: postOf(post, `https://${site.host}/questions/${post.id}`, site, textOf),
    answers: answers.map((answer) => postOf(answer, `https://${site.host}/a/${answer.id}`, site, textOf)),
    ...(AcceptedAnswerId === undefined ? {} : { acceptedId: AcceptedAnswerId }),
    tags: toTags(Tags),
    status: ClosedDate === undefined ? 'open' : 'closed',
    ...(ClosedDate === undefined || reason === undefined ? {} : { closedReason: reason }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    aliases: [`questions/${post.id}`],
  };
}

function postOf(post: PostRows, url: string, site: Site, textOf: TextOf): ImportedPost {
  const { attributes, id } = post;
  const externalId = String(id);
  const date = toDate(attributes['CreationDate']);
  const edited = toDate(attributes['LastEditDate']);
  return {
    externalId,
    author: bylineOf(attributes['OwnerUserId'], attributes['OwnerDisplayName'], site),
    votes: Number(attributes['Score'] ?? 0),
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    ...licenseIn(attributes, date, externalId, site),
    source: {
      site: site.host,
      url,
      id: externalId,
      ...(site.retrieved === undefined ? {} : { retrieved: site.retrieved }),
    },
    body: textOf(externalId),
    comments: post.comments
      .map((comment) => commentOf(comment, site, textOf))
      .sort((a, b) => compare(a.date ?? '', b.date ?? '')),
  };
}

function commentOf(
  { id, attributes: { UserId, UserDisplayName, CreationDate, Score } }: CommentRow,
  site: Site,
  textOf: TextOf,
): ImportedComment {
  const date = toDate(CreationDate);
  return {
    externalId: String(id),
    author: bylineOf(UserId, UserDisplayName, site),
    ...(date === undefined ? {} : { date }),
    votes: Number(Score ?? 0),
    text: textOf(commentTextId(id)),
  };
}

function bylineOf(userId: string | undefined, displayName: string | undefined, { dump, host }: Site): ImportedByline {
  if (userId !== undefined && /^-?\d+$/.test(userId)) {
    if (dump.user(Number(userId))) return { externalId: userId };
    if (displayName === undefined) return {};
    return { name: displayName, url: `https://${host}/users/${userId}` };
  }
  return displayName === undefined ? {} : { name: displayName };
}

function licenseIn(
  attributes: Attributes,
  date: string | undefined,
  id: string,
  { report }: Site,
): { license?: string } {
  const named = attributes['ContentLicense'];
  if (named !== undefined) {
    const license = toLicense(named);
    if (license !== undefined) return { license };
    report.changed('licence-unknown', id, `${JSON.stringify(named)} is not the name of a licence`);
  }
  return date === undefined ? {} : { license: licenseOf(date) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
