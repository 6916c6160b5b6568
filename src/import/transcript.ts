import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { isoDate, languageTag, webUrl } from '../core/schema/fields.ts';
import { SourceError, type ImportedItem, type ImportedPost, type Platform, type PlatformContext } from './model.ts';
import { slugify } from '../core/slugify.ts';
import { blocksOf, type Block } from './transcript/blocks.ts';
import { decodeText } from './transcript/decode-text.ts';
import { transcriptHelp } from './transcript/help.ts';
import { proposeThread, type Guess } from './transcript/propose-thread.ts';
import { markdownOf } from './transcript/markdown-of.ts';

/** A page's text, copied: a proposal of a thread that a person reads again. */
export const transcript: Platform = {
  name: 'transcript',
  summary: 'a thread copied as plain text from a page: it proposes, and says what it guessed',
  help: transcriptHelp,
  options: {
    site: 'name of the site that the text is from (default: the name of the file)',
    url: 'address of the page',
    retrieved: 'the day on which it was copied, such as 2026-01-20',
    lang: 'language of the thread, such as en',
  },
  read,
  postOfUrl: () => undefined,
  postAddress: /(?!)/,
};

async function* read(source: string, { report, options, progress }: PlatformContext): AsyncGenerator<ImportedItem> {
  const { site, url, retrieved, lang } = options;
  refuse('url', url, webUrl.safeParse(url).success, 'an address that begins with https://');
  refuse('retrieved', retrieved, isoDate.safeParse(retrieved).success, 'a date such as 2026-01-20');
  refuse('lang', lang, languageTag.safeParse(lang).success, 'a language such as en or pt-BR');
  if (!existsSync(source) || !statSync(source).isFile())
    throw new SourceError(`${source} is no file; give a file with the text of one page`);
  const file = basename(source);
  const bytes = readFileSync(source);
  progress(bytes.length, bytes.length);
  const proposal = proposeThread(blocksOf(decodeText(bytes, file, report)));
  if (!proposal) throw new SourceError(`${source} has no text; give a file with the title on its first line`);

  const place = ({ line }: Block) => `${file}:${line}`;
  const note = ({ block, kind, message }: Guess) => report.info(kind, place(block), `${message}: ${excerpt(block)}`);
  proposal.guesses.forEach(note);
  for (const { block, message } of proposal.furniture)
    report.info('furniture', place(block), `${message}, so it is not in the thread: ${block.lines.join(' / ')}`);

  const post = (externalId: string, blocks: readonly Block[]): ImportedPost => ({
    externalId,
    author: {},
    votes: 0,
    source: {
      site: site ?? file,
      ...(url === undefined ? {} : { url }),
      ...(retrieved === undefined ? {} : { retrieved }),
    },
    body: blocks.map(markdownOf).join('\n\n'),
    comments: [],
  });
  const comments = (id: string, blocks: readonly Block[]) =>
    blocks.map((block, index) => ({
      externalId: `${id} comment ${index + 1}`,
      author: {},
      votes: 0,
      text: markdownOf(block),
    }));
  const { title, question, answers } = proposal;
  const id = file.replace(/\.[^.]*$/, '');
  report.read('threads');
  report.read('answers', answers.length);
  report.read(
    'comments',
    [question, ...answers].reduce((sum, part) => sum + part.comments.length, 0),
  );
  yield {
    kind: 'thread',
    thread: {
      externalId: id,
      title,
      question: { ...post(id, question.body), comments: comments(id, question.comments) },
      answers: answers.map((answer, index) => {
        const answerId = `${id}/${index + 1}`;
        const words = slugify(answer.body[0]?.lines.join(' ') ?? '')
          .split('-')
          .slice(0, 4)
          .join('-');
        return { ...post(answerId, answer.body), anchor: words, comments: comments(answerId, answer.comments) };
      }),
      ...(proposal.accepted === undefined ? {} : { acceptedId: `${id}/${proposal.accepted + 1}` }),
      tags: [],
      status: 'open',
      aliases: [],
      ...(lang === undefined ? {} : { lang }),
    },
  };
}

function refuse(option: string, value: string | undefined, isValid: boolean, wanted: string): void {
  if (value !== undefined && !isValid) throw new SourceError(`--${option} ${value} is not ${wanted}`);
}

function excerpt({ lines }: Block): string {
  const text = lines.join(' ');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
