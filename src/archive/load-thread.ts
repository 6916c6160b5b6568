import { join } from 'node:path';
import type { Diagnostic, Place } from '../core/diagnostic.ts';
import { answerId, threadSlug, type AuthorHandle, type ThreadSlug } from '../core/ids.ts';
import { rankAnswers } from '../core/rank.ts';
import { summarize } from '../core/summarize.ts';
import { canonicalTags } from '../core/tag-names.ts';
import { termVector, type TermVector } from '../core/term-vector.ts';
import type { RenderedAnswer, RenderedThread, ThreadSummary } from '../core/thread.ts';
import { commentersOf, contributionsTo, type Contribution } from './contributions.ts';
import { parseChecked } from './parse-checked.ts';
import { parseAnswer, parseQuestion, type ParsedAnswer, type ParsedQuestion } from './parse-post.ts';
import { renderPost } from './render-post.ts';
import { postRules, threadRules } from './rules/index.ts';
import { reporter } from './rules/reporter.ts';
import { tagSynonyms } from './rules/tag-synonym.ts';
import { unusedPictures } from './rules/unused-picture.ts';
import { readThread, type ThreadFiles } from './read-thread.ts';
import type { ThreadContext } from './thread-context.ts';

const cannotLoad = reporter('cannot-load');

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

/**
 * Parses, checks and renders one thread. Whatever is in the folder, it returns: problems are diagnostics.
 * @param files what was read of it, if it was read already
 */
export function loadThread(name: string, context: ThreadContext, files?: ThreadFiles): LoadedThread {
  try {
    return load(name, context, files ?? readThread(name, context.contentDir, context.contentName));
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

function load(name: string, context: ThreadContext, files: ThreadFiles): LoadedThread {
  const path = join(context.contentDir, 'threads', name);
  const below = `threads/${name}`;
  const { folder } = files;
  const diagnostics = [...files.diagnostics];
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

  const { limits } = context.config;
  const question = files.question && parseChecked<ParsedQuestion>(files.question, parseQuestion, limits, diagnostics);
  const answers = folder.answers.flatMap(({ id }, index) => {
    const source = files.answers[index];
    const answer = source && parseChecked<ParsedAnswer>(source, parseAnswer, limits, diagnostics);
    return answer ? [{ ...answer, id: answerId.parse(id) }] : [];
  });
  for (const post of question ? [question, ...answers] : answers) {
    for (const rule of postRules) diagnostics.push(...rule({ post, limits, now: context.now }));
  }
  for (const rule of threadRules)
    diagnostics.push(...rule({ folder, question, answers, exists: context.exists, threadNames: context.threadNames }));

  const used = new Set<string>();
  const refused = new Set<string>();
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
      refused,
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
  if (allParsed) diagnostics.push(...unusedPictures(folder.file, folder.pictures, new Set([...used, ...refused])));
  loaded.cites = [...cites];
  loaded.pictures = [...used];
  return loaded;
}
