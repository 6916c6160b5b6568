import { isoDate } from '../core/schema/fields.ts';
import { idOfAddress, type Forum } from './discourse/forum.ts';
import { discourseHelp } from './discourse/help.ts';
import { markdownMaker } from './discourse/markdown.ts';
import { categoriesOf, filesOf, findForum } from './discourse/source.ts';
import { discoursePost, discourseTopic, type DiscoursePost, type DiscourseTopic } from './discourse/topic-schema.ts';
import { topicToThread, type TopicContext } from './discourse/topic-to-thread.ts';
import { issuesOf } from './issues-of.ts';
import { readJsonValues } from './json-values.ts';
import { SourceError, type ImportedAuthor, type ImportedItem, type Platform, type PlatformContext } from './model.ts';
import type { Report } from './report.ts';

/** Topics of Discourse as its interface serves them. */
export const discourse: Platform = {
  name: 'discourse',
  summary: 'topics of a Discourse forum, as /t/ID.json gives them',
  help: discourseHelp,
  options: {
    site: "the forum's address, such as https://forum.example.org; without it, it is guessed from links in the topics",
    retrieved: 'the day on which the topics were fetched, such as 2026-01-20',
  },
  read,
  postOfUrl: idOfAddress,
  postAddress: /\/t\//i,
};

async function* read(source: string, { report, options, progress }: PlatformContext): AsyncGenerator<ImportedItem> {
  const files = filesOf(source);
  const forum = await findForum(files, options['site'], report);
  const context: TopicContext = {
    forum,
    categories: categoriesOf(source, report),
    retrieved: retrievedOf(options['retrieved']),
    toMarkdown: markdownMaker(forum, report),
    report,
  };
  const seen = { topics: new Set<number>(), authors: new Set<string>(), unnamed: new Set<number>() };
  for (const [index, file] of files.entries()) {
    const progressOfFile = files.length > 1 ? () => undefined : progress;
    for await (const { value, where } of readJsonValues(file, { report, progress: progressOfFile })) {
      const found = topicOf(value, where, report);
      if (!found) continue;
      const { topic, posts } = found;
      if (seen.topics.has(topic.id)) {
        report.read('threads');
        report.problem('same-id', where, `the topic ${topic.id} has come before; the first is kept`, 'threads');
        report.read('answers', posts.length - 1);
        report.leaveOutMany('answers', 'same-id', posts.length - 1);
        continue;
      }
      seen.topics.add(topic.id);
      nameCategory(topic, context, seen.unnamed);
      const thread = topicToThread(topic, posts, context);
      if (!thread) continue;
      for (const post of posts) yield* authorOf(post, forum, seen.authors, report);
      yield { kind: 'thread', thread };
    }
    if (files.length > 1) progress(index + 1, files.length);
  }
  if (seen.topics.size === 0) {
    throw new SourceError(
      `${source} holds no topic of Discourse: fetch topics from https://FORUM/t/ID.json, a file each, and give their folder`,
    );
  }
}

/** A topic with the posts of it that can be read. */
function topicOf(
  value: unknown,
  where: string,
  report: Report,
): { topic: DiscourseTopic; posts: DiscoursePost[] } | undefined {
  const topic = discourseTopic.safeParse(value);
  if (!topic.success) {
    report.problem(
      'no-topic',
      where,
      `is JSON, but no topic of Discourse as /t/ID.json gives it: ${issuesOf(topic.error)}`,
    );
    return undefined;
  }
  const { posts: all, stream } = topic.data.post_stream;
  const posts = all.flatMap((value, index) => {
    const post = discoursePost.safeParse(value);
    if (post.success) return [post.data];
    report.read('answers');
    report.problem(
      'broken-post',
      `${where} post_stream.posts[${index}]`,
      `is no post: ${issuesOf(post.error)}; it is left out`,
      'answers',
    );
    return [];
  });
  if (stream && stream.length > all.length) {
    report.problem(
      'incomplete-topic',
      String(topic.data.id),
      `has ${stream.length} posts, of which ${all.length} are here; fetch it again from /t/${topic.data.id}.json?print=true`,
    );
  }
  return { topic: topic.data, posts };
}

function nameCategory(
  { category_id: id }: DiscourseTopic,
  { categories, report }: TopicContext,
  unnamed: Set<number>,
): void {
  if (id === null || id === undefined || categories.has(id) || unnamed.has(id)) return;
  unnamed.add(id);
  report.info(
    'category-unnamed',
    String(id),
    'topics are in this category, whose name they do not say; put https://FORUM/categories.json beside them, and it becomes a tag',
  );
}

function* authorOf(
  { username, name, user_id }: DiscoursePost,
  forum: Forum | undefined,
  seen: Set<string>,
  report: Report,
): Generator<{ kind: 'author'; author: ImportedAuthor }> {
  if (!username) return;
  const externalId = String(user_id ?? username);
  if (seen.has(externalId)) return;
  seen.add(externalId);
  report.read('authors');
  const url = forum && `${forum.url}/u/${encodeURIComponent(username)}`;
  yield {
    kind: 'author',
    author: { externalId, name: name?.trim() || username, ...(url ? { url } : {}), links: [], body: '' },
  };
}

function retrievedOf(text: string | undefined): string | undefined {
  if (text !== undefined && !isoDate.safeParse(text).success)
    throw new SourceError(`--retrieved ${text} is no date such as 2026-01-20`);
  return text;
}
