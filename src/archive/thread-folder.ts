import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { answerId } from '../core/ids.ts';
import { saveAs, unsupportedKind } from './picture-kinds.ts';
import { nearestSlug } from './nearest-slug.ts';
import { reporter } from './rules/reporter.ts';
import { whyUnreadable } from './source-file.ts';

/** What lies in the folder of a thread, before any of it is read. */
export type ThreadFolder = {
  /** The folder's name: the slug, if it is a valid one. */
  name: string;
  /** How diagnostics call the folder. */
  file: string;
  hasQuestion: boolean;
  /** There is something else that was meant as the question, or the folder cannot be read: that is reported already. */
  questionRefused: boolean;
  answers: { id: string }[];
  /** Names of the files in `images/` that may be published. */
  pictures: string[];
};

const unexpected = reporter('unexpected-file');
const link = reporter('symbolic-link');
const badAnswer = reporter('answer-id');
const unreadable = reporter('unreadable');

/** What file managers, editors and git leave behind. */
const ignored = /^(?:\..*|.*~|Thumbs\.db|desktop\.ini)$/;
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
  const folder: ThreadFolder = { name, file, hasQuestion: false, questionRefused: false, answers: [], pictures: [] };
  const list = (below: string): Dirent[] => {
    try {
      return readdirSync(join(path, below), { withFileTypes: true })
        .filter((entry) => !ignored.test(entry.name))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (below === '') folder.questionRefused = true;
      const where = below ? `${file}/${below}` : file;
      diagnostics.push(unreadable(where, whyUnreadable(error), 'check that you may read the folder'));
      return [];
    }
  };

  for (const entry of list('')) {
    if (entry.name === 'question.md' && entry.isFile()) folder.hasQuestion = true;
    else if (entry.name === 'answers' && entry.isDirectory()) {
      for (const answer of list('answers')) takeAnswer(answer, folder, diagnostics);
    } else if (entry.name === 'images' && entry.isDirectory()) {
      for (const picture of list('images')) takePicture(picture, folder, diagnostics);
    } else {
      if (/^question(?:\.|$)/i.test(entry.name)) folder.questionRefused = true;
      const meant = entry.isDirectory() ? folderMeant(entry.name) : undefined;
      diagnostics.push(
        meant === undefined
          ? refusal(entry, `${file}/${entry.name}`)
          : unexpected(
              `${file}/${entry.name}`,
              `this folder has another name than ${meant}, so what is in it would be lost`,
              `rename it to ${meant}`,
            ),
      );
    }
  }
  if (folder.hasQuestion) folder.questionRefused = false;
  return { folder, diagnostics };
}

/** `Images`, `image` and `Answers` are what somebody meant as one of the two folders that a thread has. */
function folderMeant(name: string): string | undefined {
  return ['answers', 'images'].find((folder) => new RegExp(`^${folder}?$`, 'i').test(name));
}

function takeAnswer(entry: Dirent, folder: ThreadFolder, diagnostics: Diagnostic[]): void {
  const where = `${folder.file}/answers/${entry.name}`;
  if (!entry.isFile() || !entry.name.endsWith('.md')) {
    diagnostics.push(refusal(entry, where));
    return;
  }
  const id = entry.name.slice(0, -3);
  const problem = reservedAnswers.has(id)
    ? 'is taken by the page itself'
    : answerId.safeParse(id).error?.issues[0]?.message;
  if (problem === undefined) {
    folder.answers.push({ id });
    return;
  }
  const better = reservedAnswers.has(id) ? undefined : nearestSlug(id);
  diagnostics.push(
    badAnswer(
      where,
      `${JSON.stringify(id)} cannot be the id of an answer: it ${problem}`,
      `rename the file to ${better ?? 'say what the answer says, such as use-a-lock'}.md`,
    ),
  );
}

function takePicture(entry: Dirent, folder: ThreadFolder, diagnostics: Diagnostic[]): void {
  const where = `${folder.file}/images/${entry.name}`;
  if (entry.isFile() && pictureName.test(entry.name)) folder.pictures.push(entry.name);
  else if (entry.isFile() && !/\.mdx?$/i.test(entry.name)) {
    const kind = unsupportedKind(entry.name);
    diagnostics.push(
      kind === undefined
        ? unexpected(
            where,
            'this cannot be published as a picture',
            'use png, jpg, gif, webp or avif, and a name of the letters a-z, digits, dots, - and _',
          )
        : unexpected(where, `this is ${kind}, which is not published as a picture`, saveAs),
    );
  } else diagnostics.push(refusal(entry, where));
}

function refusal(entry: Dirent, where: string): Diagnostic {
  if (entry.isSymbolicLink()) {
    return link(
      where,
      'this is a symbolic link, and those are not followed: they could publish files from outside',
      'put a copy of the file here',
    );
  }
  if (entry.isDirectory()) {
    return entry.name.endsWith('.md')
      ? unexpected(where, 'this is a folder, where a file is expected', 'put the file in its place')
      : unexpected(where, 'this is a folder that no thread has, so what is in it would be lost', places);
  }
  if (!entry.isFile()) return unexpected(where, 'this is not a plain file, and is not opened', 'remove it');
  if (/\.mdx$/i.test(entry.name)) {
    return unexpected(
      where,
      'this is MDX, which is code that a build would execute; threads are Markdown',
      `rename it to ${entry.name.replace(/\.mdx$/i, '.md')}`,
    );
  }
  const stem = /^(.+?)(?:\.(?:md|markdown|txt))+$/i.exec(entry.name)?.[1];
  const inAnswers = where.endsWith(`/answers/${entry.name}`);
  if (stem !== undefined && (inAnswers || /^question$/i.test(stem))) {
    const name = inAnswers ? stem : 'question';
    return unexpected(where, 'this has another name than a post has, so it would be lost', `rename it to ${name}.md`);
  }
  return unexpected(where, 'this is not a part of a thread, so it would be lost', places);
}

const places = 'a thread has question.md, answers/<id>.md and images/; move it there, or remove it';
