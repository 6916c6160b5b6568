import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileChange } from '../../archive/edit/content-plan.ts';
import { isoDate } from '../../core/schema/fields.ts';
import { CurateError, type CurateCommand, type CurateContext } from './curate.ts';
import { editFile } from './edit-files.ts';
import { answersOf, existingThread } from './existing-thread.ts';

const countSchema = z.array(z.object({ post: z.string().min(1), votes: z.int() }));
type Count = z.output<typeof countSchema>[number];

export const tally: CurateCommand = {
  usage: 'tally FILE --method TEXT',
  what: 'writes votes that were counted, with the day (--date) and how: a JSON list of {post, votes} or a CSV of post,votes',
  plan([file], { method, date }, context) {
    if (file === undefined) throw new CurateError('Give the file with the votes, JSON or CSV.');
    if (typeof method !== 'string') throw new CurateError('Say what was counted: --method "reactions on the forge"');
    const day = typeof date === 'string' ? date : context.today;
    if (!isoDate.safeParse(day).success) throw new CurateError(`--date ${day} is no date such as 2026-01-14.`);
    const counts = readCounts(file);
    const paths = counts.map(({ post }) => pathOf(post, context));
    const twice = paths.find((path, index) => paths.indexOf(path) !== index);
    if (twice !== undefined) throw new CurateError(`${twice} is counted twice in ${file}.`);
    const changes = counts.flatMap(({ votes }, index): FileChange[] =>
      editFile(paths[index] ?? '', context, (editor) => {
        editor.set('votes', votes);
        editor.set('counted', { date: day, method });
      }),
    );
    return { changes, moves: [] };
  },
};

function readCounts(file: string): Count[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\u{feff}/u, '');
  } catch {
    throw new CurateError(`${file} cannot be read.`);
  }
  return /^\s*[[{]/.test(text) ? fromJson(text, file) : fromCsv(text, file);
}

function fromJson(text: string, file: string): Count[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new CurateError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const list =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? Object.entries(data).map(([post, votes]) => ({ post, votes: votes as unknown }))
      : data;
  const result = countSchema.safeParse(list);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CurateError(`${file}: item ${Number(issue?.path[0] ?? 0) + 1} is not {"post": "slug/answer", "votes": 3}.`);
}

/** `post,votes` a line; the first line may be that heading. A post has no comma, so nothing is quoted but needlessly. */
function fromCsv(text: string, file: string): Count[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || (index === 0 && /^"?post"?\s*[,;\t]/i.test(line))) return [];
    const [, post, votes] = /^\s*"?([^",;\t]+?)"?\s*[,;\t]\s*"?([+-]?\d{1,9})"?\s*$/.exec(line) ?? [];
    if (post === undefined || votes === undefined)
      throw new CurateError(`${file}:${index + 1} is not a line such as slug/answer,3`);
    return [{ post, votes: Number(votes) }];
  });
}

/** The file of a post: `slug`, `slug/answer`, `slug#answer`, or its path or address. */
function pathOf(post: string, context: CurateContext): string {
  const short = post
    .replace(/^.*?(?:threads|questions)\//, '')
    .replace(/\/answers\//, '/')
    .replace(/\/?#/, '/')
    .replace(/(?:\/question)?(?:\.md)?\/?$/, '');
  const [name, answer] = short.split('/');
  const slug = existingThread(name, context);
  if (answer === undefined || answer === '') return join('threads', slug, 'question.md');
  if (!answersOf(slug, context).includes(answer)) throw new CurateError(`There is no answer ${answer} in ${slug}.`);
  return `threads/${slug}/answers/${answer}.md`;
}
