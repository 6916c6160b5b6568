import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listContent } from '../src/archive/list-content.ts';
import { loadSettings } from '../src/build/settings.ts';
import { DraftError, draftAnswer, draftQuestion } from '../src/contribute/new/dialog.ts';
import { knownArchive } from '../src/contribute/new/known-archive.ts';
import { newAnswer, newQuestion, type NewFile } from '../src/contribute/new/new-file.ts';
import { writeNewFile } from '../src/contribute/new/write-new-file.ts';
import { threadName } from '../src/contribute/thread-name.ts';
import { nearest } from '../src/core/nearest.ts';
import { readArguments, run, UsageError } from './cli/command.ts';
import { openEditor } from './cli/open-editor.ts';
import { terminalConversation } from './cli/terminal-conversation.ts';

const help = `
Begins a question or an answer: asks what it needs, shows similar questions that exist already, proposes tags, writes the file in the right
place with the right frontmatter, and opens your editor.

  npm run new -- question [OPTIONS]
  npm run new -- answer THREAD [OPTIONS]

  THREAD          the thread that you answer: the address of its page, its folder content/threads/SLUG, or SLUG alone

  --title TEXT    the title of the question; of an answer, what it says in a few words: it becomes the name of the file
  --tag T         a tag of the question; may be given more than once
  --author NAME   your handle (a-z, 0-9 and -), your name, or anonymous
  --text FILE     the text, in Markdown, from a file; - for standard input
  --yes           ask nothing: --title and --author must be given
  --no-edit       do not open an editor
  --content DIR   content folder (default: content)
  --config FILE   configuration (default: responsa.config.ts)

The editor is the one that VISUAL or EDITOR names. Nothing is ever overwritten.
Exit code: 0 the file is written, 1 it is not, 2 wrong usage, 130 Ctrl+C was pressed; then nothing is written.
`;

const options = {
  title: { type: 'string' },
  tag: { type: 'string', multiple: true },
  author: { type: 'string' },
  text: { type: 'string' },
  yes: { type: 'boolean' },
  'no-edit': { type: 'boolean' },
  content: { type: 'string' },
  config: { type: 'string' },
} as const;

await run(async () => {
  const { values, positionals } = readArguments({ options, allowPositionals: true }, help);
  const [kind, thread, ...rest] = positionals;
  if (kind !== 'question' && kind !== 'answer')
    throw new UsageError('Say what is new: npm run new -- question, or npm run new -- answer THREAD');
  const tooMany = kind === 'question' ? thread : rest[0];
  if (tooMany !== undefined)
    throw new UsageError(
      `${JSON.stringify(tooMany)} is one too many; a title stands between quotation marks behind --title.`,
    );
  const mayAsk = !values.yes && process.stdin.isTTY && values.text !== '-';
  if (!mayAsk && (values.title === undefined || values.author === undefined)) {
    throw new UsageError(
      values.yes
        ? '--yes needs --title and --author.'
        : 'There is no terminal to ask questions on: give --title and --author.',
    );
  }
  const settings = await loadSettings({ content: values.content, config: values.config });
  const { contentDir, contentName } = settings;
  const isThere = (path: string) => existsSync(join(contentDir, 'threads', path));
  const slug = kind === 'answer' ? existingThread(thread, listContent(contentDir, contentName).threads) : undefined;
  const given = {
    date: new Date().toISOString().slice(0, 10),
    body: values.text === undefined ? '' : readFileSync(values.text === '-' ? 0 : values.text, 'utf8'),
    ...(values.title === undefined ? {} : { title: values.title }),
    ...(values.tag === undefined ? {} : { tags: values.tag }),
    ...(values.author === undefined ? {} : { author: values.author }),
  };

  const talk = mayAsk
    ? terminalConversation('Nothing was written.')
    : { say: (text: string) => console.error(text), end: () => undefined };
  let file: NewFile;
  try {
    const draft =
      slug === undefined ? await draftQuestion(knownArchive(settings), given, talk) : await draftAnswer(given, talk);
    if (!draft) {
      talk.say('Then add what is missing to that thread: npm run new -- answer THREAD');
      return 1;
    }
    file =
      slug === undefined
        ? newQuestion(draft, isThere)
        : newAnswer(slug, draft, (id) => isThere(`${slug}/answers/${id}.md`));
  } catch (error) {
    throw error instanceof DraftError ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    talk.end();
  }
  const path = relative(process.cwd(), writeNewFile(contentDir, file));
  console.log(path);
  if (!values['no-edit'] && process.stdin.isTTY && !openEditor(path))
    console.error(`Write your text into ${path}, below the second line of ---.`);
  console.error('npm run dev shows it, npm run validate checks it.');
  return 0;
});

function existingThread(given: string | undefined, threads: readonly string[]): string {
  if (given === undefined)
    throw new UsageError(
      'Say which thread you answer, by the address of its page or its folder: npm run new -- answer THREAD',
    );
  const slug = threadName(given);
  if (threads.includes(slug)) return slug;
  const meant = nearest(slug, threads);
  throw new UsageError(
    `There is no thread ${JSON.stringify(slug)}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
  );
}
