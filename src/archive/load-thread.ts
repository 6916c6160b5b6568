import { join } from 'node:path';
import type { Diagnostic, Place } from '../core/diagnostic.ts';
import { anonymous, answerId, threadSlug, type AnswerId, type AuthorHandle, type ThreadSlug } from '../core/ids.ts';
import { rankAnswers } from '../core/rank.ts';
import type { Config } from '../core/schema/config.ts';
import type { AuthorReference } from '../core/schema/fields.ts';
import { summarize } from '../core/summarize.ts';
import { canonicalTags, type Synonyms } from '../core/tag-names.ts';
import type { Byline, RenderedAnswer, RenderedPost, RenderedThread, ThreadSummary } from '../core/thread.ts';
import { termVector, type TermVector } from '../core/term-vector.ts';
import type { Urls } from '../core/urls.ts';
import { renderBody, renderComment, type RenderOptions } from '../markdown/render-body.ts';
import { parseAnswer, parseQuestion, type ParsedAnswer, type ParsedQuestion } from './parse-post.ts';
import { resolveLink } from './resolve-link.ts';
import { resolvePicture } from './resolve-picture.ts';
import { fileRules, postRules, threadRules } from './rules/index.ts';
import { reporter } from './rules/rule.ts';
import { tagSynonyms } from './rules/tag-synonym.ts';
import { unusedPictures } from './rules/unused-picture.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import { readThreadFolder } from './thread-folder.ts';

const cannotLoad = reporter('cannot-load');

/** What every thread of an archive is loaded with. */
export type ThreadContext = {
  /** Where the content folder is on disk. */
  contentDir: string;
  /** How diagnostics call the content folder. */
  contentName: string;
  config: Config;
  urls: Urls;
  synonyms: Synonyms;
  authors: ReadonlyMap<AuthorHandle, { name: string; url?: string }>;
  /** Whether a file or folder of the content exists, by its path below the content folder. */
  exists: (path: string) => boolean;
  parser?: RenderOptions['parser'];
  /** The words that rendering adds to posts; English if absent. */
  words?: RenderOptions['words'];
};

/** A thread as loaded: what there is to show, and everything that is wrong with it. */
export type LoadedThread = {
  slug: ThreadSlug;
  diagnostics: Diagnostic[];
  /** Absent when there is no question that can be shown. */
  thread?: RenderedThread;
  summary?: ThreadSummary;
  /** What its texts are about, to find threads like it. Absent with the summary. */
  terms?: TermVector;
  /** Other threads that it cites. */
  cites: ThreadSlug[];
  /** Names of the files in `images/` that its posts show. */
  pictures: string[];
  /** Where it says that it is a duplicate. */
  duplicateOf?: { original: ThreadSlug; file: string; place: Place };
  aliases: { alias: string; file: string; place: Place }[];
  /** Posts of authors who have a handle. */
  contributions: Contribution[];
  /** Authors with a handle who commented. */
  commenters: AuthorHandle[];
};

/** A post in the eyes of its author's page. */
export type Contribution = {
  handle: AuthorHandle;
  votes: number;
  /** Absent for a question. */
  answer?: { id: AnswerId; votes: number; accepted: boolean; excerpt: string };
};

/** Reads, parses, checks and renders one thread. Whatever is in the folder, it returns: problems are diagnostics. */
export function loadThread(name: string, context: ThreadContext): LoadedThread {
  try {
    return load(name, context);
  } catch (error) {
    const file = `${context.contentName}/threads/${name}`;
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    const problem = cannotLoad(
      file,
      `the thread cannot be loaded: ${reason}; that is a mistake in Responsa, not in the thread`,
      'report it, with the files of the thread',
    );
    const slug = name as ThreadSlug;
    return { slug, diagnostics: [problem], cites: [], pictures: [], aliases: [], contributions: [], commenters: [] };
  }
}

function load(name: string, context: ThreadContext): LoadedThread {
  const path = join(context.contentDir, 'threads', name);
  const below = `threads/${name}`;
  const { folder, diagnostics } = readThreadFolder(path, name, `${context.contentName}/${below}`);
  const slug = threadSlug.safeParse(name);
  const loaded: LoadedThread = {
    slug: name as ThreadSlug,
    diagnostics,
    cites: [],
    pictures: [],
    aliases: [],
    contributions: [],
    commenters: [],
  };

  const read = <P>(
    file: string,
    parse: (source: SourceFile, limits: Config['limits']) => P | Diagnostic[],
  ): P | undefined => {
    const source = readSourceFile(join(path, file), `${folder.file}/${file}`);
    if ('rule' in source) {
      diagnostics.push(source);
      return undefined;
    }
    for (const rule of fileRules) diagnostics.push(...rule(source));
    const post = parse(source, context.config.limits);
    if (!Array.isArray(post)) return post;
    diagnostics.push(...post);
    return undefined;
  };

  const question = folder.hasQuestion ? read<ParsedQuestion>('question.md', parseQuestion) : undefined;
  const answers = folder.answers.flatMap(({ id }) => {
    const answer = read<ParsedAnswer>(`answers/${id}.md`, parseAnswer);
    return answer ? [{ ...answer, id: answerId.parse(id) }] : [];
  });
  for (const post of question ? [question, ...answers] : answers) {
    for (const rule of postRules) diagnostics.push(...rule({ post, limits: context.config.limits }));
  }
  for (const rule of threadRules) diagnostics.push(...rule({ folder, question, answers, exists: context.exists }));

  const used = new Set<string>();
  const cites = new Set<ThreadSlug>();
  const ids = folder.answers.map(({ id }) => id);
  const render = (post: ParsedQuestion | ParsedAnswer, file: string, idPrefix: string) =>
    renderPost(post, `${below}/${file}`, idPrefix, {
      context,
      path,
      slug: loaded.slug,
      ids,
      pictures: folder.pictures,
      used,
      cites,
      diagnostics,
    });

  const rendered = answers.map((answer) => ({
    id: answer.id,
    ...render(answer, `answers/${answer.id}.md`, answer.id),
  }));
  if (question) {
    diagnostics.push(...tagSynonyms(question, context.synonyms));
    const { title, tags, lang, status, closedReason, accepted, duplicateOf, aliases } = question.frontmatter;
    loaded.aliases = aliases.map((alias, index) => ({
      alias,
      file: question.file,
      place: question.placeOf(['aliases', index]),
    }));
    if (duplicateOf)
      loaded.duplicateOf = { original: duplicateOf, file: question.file, place: question.placeOf(['duplicateOf']) };
    const renderedQuestion = render(question, 'question.md', 'question');
    if (slug.success) {
      loaded.thread = {
        slug: slug.data,
        title,
        tags: canonicalTags(tags, context.synonyms),
        lang: lang ?? context.config.locale,
        status,
        ...(closedReason === undefined ? {} : { closedReason }),
        ...(accepted === undefined || !ids.includes(accepted) ? {} : { accepted }),
        ...(duplicateOf === undefined ? {} : { duplicateOf }),
        aliases,
        question: renderedQuestion,
        answers: rankAnswers(rendered, accepted).map((answer): RenderedAnswer => ({
          ...answer,
          accepted: answer.id === accepted,
        })),
      };
      loaded.summary = summarize(loaded.thread);
      loaded.terms = termVector({
        title,
        tags: loaded.thread.tags,
        question: question.body,
        answers: answers.map(({ body }) => body),
        lang: loaded.thread.lang,
      });
      loaded.contributions = contributionsTo(loaded.thread);
      loaded.commenters = commentersOf(loaded.thread);
    }
  }
  // A post that could not be parsed may show the pictures that the others do not.
  const allParsed = question !== undefined && answers.length === folder.answers.length;
  if (allParsed) diagnostics.push(...unusedPictures(folder.file, folder.pictures, used));
  loaded.cites = [...cites];
  loaded.pictures = [...used];
  return loaded;
}

type PostContext = {
  context: ThreadContext;
  path: string;
  slug: ThreadSlug;
  ids: readonly string[];
  pictures: readonly string[];
  used: Set<string>;
  cites: Set<ThreadSlug>;
  diagnostics: Diagnostic[];
};

function renderPost(
  post: ParsedQuestion | ParsedAnswer,
  from: string,
  idPrefix: string,
  scope: PostContext,
): RenderedPost {
  const { context, diagnostics } = scope;
  const { config, urls, exists } = context;
  const { path, slug, pictures } = scope;
  const pictureContext = { from, slug, path, pictures, largest: config.limits.pictureBytes, urls };
  const options: RenderOptions = {
    idPrefix,
    headingBase: 3,
    limits: config.limits,
    ...(context.parser ? { parser: context.parser } : {}),
    ...(context.words ? { words: context.words } : {}),
    resolveLink(href) {
      const link = resolveLink(href, { from, slug, answers: scope.ids, pictures: scope.pictures, urls, exists });
      if ('href' in link && link.cites) scope.cites.add(link.cites);
      // A picture that is linked to is published too, so it must be one.
      if (!('href' in link) || link.picture === undefined) return link;
      const picture = resolvePicture(href, pictureContext);
      if ('problem' in picture) return { ...picture, problem: `leads to a picture: ${picture.problem}` };
      scope.used.add(picture.name);
      return link;
    },
    resolvePicture(src) {
      const picture = resolvePicture(src, pictureContext);
      if ('name' in picture) scope.used.add(picture.name);
      return picture;
    },
  };
  const { problems, html, excerpt, hasCode, hasMath, hasPicture } = renderBody(post.body, options);
  for (const { line, ...problem } of problems)
    diagnostics.push({ file: post.file, ...problem, line: line + post.bodyLine - 1 });
  const { author, votes, date, edited, license, source, comments } = post.frontmatter;
  return {
    path: from,
    author: byline(author, context),
    votes,
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    license: license ?? config.license,
    ...(source === undefined ? {} : { source }),
    comments: comments.map((comment, index) => {
      const place = post.placeOf(['comments', index, 'text']);
      const text = renderComment(comment.text, { ...options, idPrefix: `${idPrefix}-comment-${index + 1}` });
      for (const { rule, severity, message, fix } of text.problems) {
        diagnostics.push({ file: post.file, ...place, severity, rule, message, ...(fix === undefined ? {} : { fix }) });
      }
      return {
        author: byline(comment.author, context),
        ...(comment.date === undefined ? {} : { date: comment.date }),
        votes: comment.votes,
        html: text.html,
      };
    }),
    body: post.body,
    html,
    excerpt,
    hasCode,
    hasMath,
    hasPicture,
  };
}

function byline(author: AuthorReference, { authors }: ThreadContext): Byline {
  if (typeof author !== 'string')
    return { name: author.name, ...(author.url === undefined ? {} : { url: author.url }) };
  if (author === anonymous) return { name: anonymous };
  return { name: authors.get(author)?.name ?? author, handle: author };
}

function contributionsTo({ question, answers }: RenderedThread): Contribution[] {
  const asked: Contribution[] = question.author.handle
    ? [{ handle: question.author.handle, votes: question.votes }]
    : [];
  return asked.concat(
    answers.flatMap(({ id, author, votes, accepted, excerpt }) =>
      author.handle ? [{ handle: author.handle, votes, answer: { id, votes, accepted, excerpt } }] : [],
    ),
  );
}

function commentersOf({ question, answers }: RenderedThread): AuthorHandle[] {
  const comments = [question, ...answers].flatMap((post) => post.comments);
  return [...new Set(comments.flatMap(({ author }) => author.handle ?? []))];
}
