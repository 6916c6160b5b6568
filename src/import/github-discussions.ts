import { existsSync, statSync } from 'node:fs';
import { isoDate } from '../core/schema/fields.ts';
import {
  githubComment,
  githubDiscussion,
  githubErrors,
  githubPage,
  githubReply,
  githubSingle,
  type GithubDiscussion,
} from './github/discussion-schema.ts';
import { discussionToThread, type CommentWithReplies } from './github/discussion-to-thread.ts';
import { githubHelp } from './github/help.ts';
import { discussionId, idOfUrl } from './github/post-id.ts';
import { issuesOf } from './issues-of.ts';
import { readJsonValues } from './json-values.ts';
import { SourceError, type ImportedItem, type Platform, type PlatformContext } from './model.ts';
import type { Report } from './report.ts';

/** Discussions of GitHub as its GraphQL interface gives them. */
export const githubDiscussions: Platform = {
  name: 'github-discussions',
  summary: 'discussions of a GitHub repository, as gh api graphql prints them',
  help: githubHelp,
  options: { retrieved: 'the day on which the discussions were fetched, such as 2026-01-20' },
  read,
  postOfUrl: idOfUrl,
  postAddress: /\/discussions\/\d/i,
};

async function* read(source: string, { report, options, progress }: PlatformContext): AsyncGenerator<ImportedItem> {
  if (!existsSync(source) || !statSync(source).isFile()) {
    throw new SourceError(
      `${source} is no file; give the file that gh api graphql has printed (--help shows the query)`,
    );
  }
  const { retrieved } = options;
  if (retrieved !== undefined && !isoDate.safeParse(retrieved).success)
    throw new SourceError(`--retrieved ${retrieved} is no date such as 2026-01-20`);
  const seen = new Set<string>();
  const authors = new Set<string>();
  let partsAhead = 0;
  for await (const { value, where, isPart } of readJsonValues(source, {
    report,
    progress,
    parts: '$.data.repository.discussions.nodes.*',
  })) {
    // The parts of a page come before the page itself, which then has nothing new.
    const page = githubPage.safeParse(value);
    if (isPart) partsAhead++;
    const nodes = isPart
      ? [value]
      : page.success
        ? page.data.data.repository.discussions.nodes.slice(partsAhead)
        : [singleOf(value)];
    if (page.success) partsAhead = 0;
    for (const node of nodes) {
      const found = discussionOf(node, where, report);
      if (!found) continue;
      const { discussion, comments } = found;
      const id = discussionId(discussion);
      if (seen.has(id)) {
        report.read('threads');
        report.problem('same-id', where, `the discussion ${id} has come before; the first is kept`, 'threads');
        continue;
      }
      seen.add(id);
      const written = [discussion, ...comments.flatMap(({ comment, replies }) => [comment, ...replies])];
      for (const { author } of written) {
        if (!author || authors.has(author.login)) continue;
        authors.add(author.login);
        report.read('authors');
        const url = author.url ?? `https://github.com/${author.login}`;
        yield {
          kind: 'author',
          author: { externalId: author.login, name: author.name?.trim() || author.login, url, links: [], body: '' },
        };
      }
      yield { kind: 'thread', thread: discussionToThread(discussion, comments, { retrieved, report }) };
    }
  }
  if (seen.size === 0)
    throw new SourceError(`${source} holds no discussion; --help shows the query whose output to give`);
}

function singleOf(value: unknown): unknown {
  const single = githubSingle.safeParse(value);
  return single.success ? single.data.data.repository.discussion : value;
}

function discussionOf(
  value: unknown,
  where: string,
  report: Report,
): { discussion: GithubDiscussion; comments: CommentWithReplies[] } | undefined {
  const errors = githubErrors.safeParse(value);
  if (errors.success) {
    report.problem(
      'query-failed',
      where,
      `GitHub answered with an error: ${errors.data.errors.map(({ message }) => message).join('; ')}`,
    );
    return undefined;
  }
  const parsed = githubDiscussion.safeParse(value);
  if (!parsed.success) {
    report.problem(
      'no-discussion',
      where,
      `is JSON, but no discussion as the query gives it (see --help): ${issuesOf(parsed.error)}`,
    );
    return undefined;
  }
  const discussion = parsed.data;
  const id = discussionId(discussion);
  const incomplete = (
    what: string,
    list: { totalCount?: number | null | undefined; nodes: unknown[] },
    place: string,
  ) => {
    if ((list.totalCount ?? 0) > list.nodes.length) {
      report.problem(
        'incomplete-discussion',
        place,
        `has ${list.totalCount} ${what}, of which ${list.nodes.length} are here; ask for more at once (first: 100) and import again`,
      );
    }
  };
  incomplete('comments', discussion.comments, id);
  const comments = discussion.comments.nodes.flatMap((node, index): CommentWithReplies[] => {
    const comment = githubComment.safeParse(node);
    if (!comment.success) {
      report.read('answers');
      report.problem(
        'broken-post',
        `${where} comments.nodes[${index}]`,
        `is no comment: ${issuesOf(comment.error)}; it is left out`,
        'answers',
      );
      return [];
    }
    const list = comment.data.replies ?? { nodes: [] };
    incomplete('replies', list, comment.data.url ?? `${id}/${index + 1}`);
    const replies = list.nodes.flatMap((node, replyIndex) => {
      const reply = githubReply.safeParse(node);
      if (reply.success) return [reply.data];
      report.read('comments');
      report.problem(
        'broken-post',
        `${where} comments.nodes[${index}].replies.nodes[${replyIndex}]`,
        `is no reply: ${issuesOf(reply.error)}; it is left out`,
        'comments',
      );
      return [];
    });
    return [{ comment: comment.data, replies }];
  });
  return { discussion, comments };
}
