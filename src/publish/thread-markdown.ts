import { stringify } from 'yaml';
import { withoutGuides } from '../archive/fix/guides.ts';
import { plainYaml } from '../archive/plain-yaml.ts';
import type { Byline, RenderedAnswer, RenderedPost, RenderedThread } from '../core/thread.ts';
import type { Urls } from '../core/urls.ts';
import { contentLinks, type AnswersOf } from './content-links.ts';
import { htmlText } from './html-text.ts';
import { markdownLine } from './markdown-document.ts';
import { portableMarkdown } from './portable-markdown.ts';

/** A comment is at most this long in a configuration that nobody changed; a longer one is shown whole on the page. */
const longestComment = 5_000;

/**
 * A thread as one Markdown document: what it is and where it is from, the question, then the answers in their order. The words of the
 * posts are as they were written; their relative addresses are absolute.
 */
export function threadMarkdown(thread: RenderedThread, answersOf: AnswersOf, urls: Urls): string {
  const { question, answers } = thread;
  const body = (post: RenderedPost) =>
    portableMarkdown(withoutGuides(post.body), contentLinks(thread, post.path, answersOf, urls)).trim();
  return [
    `---\n${yaml(header(thread, urls))}---`,
    `# ${markdownLine(thread.title)}`,
    `*Asked by ${facts(question)}*`,
    body(question),
    comments(question),
    ...answers.flatMap((answer) => [
      `## Answer by ${markdownLine(answer.author.name)}${answer.accepted ? ' (accepted)' : ''}`,
      `*Answered by ${facts(answer)} · <${urls.absolute(urls.answer(thread.slug, answer.id))}>${license(answer, question)}*`,
      body(answer),
      comments(answer),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** The `yaml` package takes ten times as long, and there is a document for every thread. */
function yaml(data: Readonly<Record<string, unknown>>): string {
  return plainYaml(data, nothing) ?? stringify(data, { lineWidth: 0 });
}

const nothing: ReadonlySet<string> = new Set();

function header(thread: RenderedThread, urls: Urls) {
  const { slug, title, tags, lang, status, closedReason, duplicateOf, question } = thread;
  return {
    title: title.replace(/\s+/g, ' '),
    url: urls.absolute(urls.thread(slug)),
    license: question.license,
    ...(question.source === undefined ? {} : { source: question.source }),
    ...(question.date === undefined ? {} : { date: question.date }),
    votes: question.votes,
    tags,
    lang,
    ...(status === 'closed' ? { status, ...(closedReason === undefined ? {} : { closedReason }) } : {}),
    ...(duplicateOf === undefined ? {} : { duplicateOf: urls.absolute(urls.thread(duplicateOf)) }),
  };
}

function facts({
  author,
  votes,
  date,
  edited,
}: {
  author: Byline;
  votes: number;
  date?: string;
  edited?: string;
}): string {
  return [
    markdownLine(author.name) + (date === undefined ? '' : ` on ${date.slice(0, 10)}`),
    ...(edited === undefined ? [] : [`edited on ${edited.slice(0, 10)}`]),
    `${votes} ${Math.abs(votes) === 1 ? 'vote' : 'votes'}`,
  ].join(' · ');
}

function license(answer: RenderedAnswer, question: RenderedPost): string {
  return answer.license === question.license ? '' : ` · ${answer.license}`;
}

function comments(post: RenderedPost): string {
  if (post.comments.length === 0) return '';
  const lines = post.comments.map(
    (comment) => `- ${markdownLine(htmlText(comment.html, longestComment))} — ${facts(comment)}`,
  );
  return `Comments:\n\n${lines.join('\n')}`;
}
