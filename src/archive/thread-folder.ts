import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { answerId } from '../core/ids.ts';
import { reporter } from './rules/rule.ts';

/** What lies in the folder of a thread, before any of it is read. */
export type ThreadFolder = {
  /** The folder's name: the slug, if it is a valid one. */
  name: string;
  /** How diagnostics call the folder. */
  file: string;
  hasQuestion: boolean;
  answers: { id: string }[];
  /** Names of the files in `images/`. */
  pictures: string[];
};

const unexpected = reporter('unexpected-file');
const link = reporter('symbolic-link');
const badAnswer = reporter('answer-id');
const unreadable = reporter('unreadable');

/** Files that file managers and git leave behind. */
const ignored = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.gitkeep']);
const pictureName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:png|jpe?g|gif|webp|avif)$/i;
/** Ids of the page itself: an answer of this name would share its anchor. */
const reservedAnswers = new Set(['question', 'new']);

/** Lists a thread's folder and says what does not belong there. Nothing in it is opened. */
export function readThreadFolder(
  path: string,
  name: string,
  file: string,
): { folder: ThreadFolder; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const folder: ThreadFolder = { name, file, hasQuestion: false, answers: [], pictures: [] };
  const list = (below: string): Dirent[] => {
    try {
      return readdirSync(join(path, below), { withFileTypes: true })
        .filter((entry) => !ignored.has(entry.name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      diagnostics.push(
        unreadable(
          below ? `${file}/${below}` : file,
          `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
          'check that you may read the folder',
        ),
      );
      return [];
    }
  };
  const refuse = (entry: Dirent, where: string) => {
    if (entry.isSymbolicLink()) {
      diagnostics.push(
        link(
          where,
          'is a symbolic link, and those are not followed: they could publish files from outside',
          'put a copy of the file here',
        ),
      );
    } else if (/\.mdx$/i.test(entry.name)) {
      diagnostics.push(
        unexpected(
          where,
          'is MDX, which is code that a build would execute; threads are Markdown',
          `rename it to ${entry.name.replace(/\.mdx$/i, '.md')}`,
        ),
      );
    } else {
      diagnostics.push(
        unexpected(
          where,
          'is not a part of a thread, so it would be lost',
          'a thread has question.md, answers/<id>.md and images/; remove it or rename it',
        ),
      );
    }
  };

  for (const entry of list('')) {
    if (entry.name === 'question.md' && entry.isFile()) folder.hasQuestion = true;
    else if ((entry.name !== 'answers' && entry.name !== 'images') || !entry.isDirectory())
      refuse(entry, `${file}/${entry.name}`);
    else if (entry.name === 'answers') {
      for (const answer of list('answers')) {
        const where = `${file}/answers/${answer.name}`;
        if (!answer.isFile() || !answer.name.endsWith('.md')) {
          refuse(answer, where);
          continue;
        }
        const id = answer.name.slice(0, -3);
        const problem = reservedAnswers.has(id)
          ? 'is taken by the page itself'
          : answerId.safeParse(id).error?.issues[0]?.message;
        if (problem)
          diagnostics.push(
            badAnswer(
              where,
              `${JSON.stringify(id)} cannot be the id of an answer: it ${problem}`,
              'rename the file, for example to use-a-lock.md',
            ),
          );
        else folder.answers.push({ id });
      }
    } else {
      for (const picture of list('images')) {
        if (picture.isFile() && pictureName.test(picture.name)) folder.pictures.push(picture.name);
        else if (picture.isFile()) {
          diagnostics.push(
            unexpected(
              `${file}/images/${picture.name}`,
              'cannot be published as a picture',
              'use png, jpg, gif, webp or avif, and a name of letters, digits, dots, - and _',
            ),
          );
        } else refuse(picture, `${file}/images/${picture.name}`);
      }
    }
  }
  return { folder, diagnostics };
}
