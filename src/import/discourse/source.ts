import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readJsonValues } from '../json-values.ts';
import { SourceError } from '../model.ts';
import { Report } from '../report.ts';
import { forumOf, guessForum, type Forum } from './forum.ts';
import { discourseCategories, discoursePost, discourseTopic } from './topic-schema.ts';

/** How many files may be looked into to find out which forum they are from. */
const guesses = 50;

/** The files with topics.
 * @throws SourceError if there are none
 */
export function filesOf(source: string): string[] {
  if (!existsSync(source))
    throw new SourceError(`${source} is not there; give a folder with topics as /t/ID.json gives them, or one file`);
  if (!statSync(source).isDirectory()) return [source];
  const files = readdirSync(source).filter(
    (name) => /\.jsonl?$/i.test(name) && !/^(?:categories|site)\.json$/.test(name),
  );
  if (files.length === 0)
    throw new SourceError(
      `${source} has no .json files; fetch topics from https://FORUM/t/ID.json into it, a file each`,
    );
  return files.sort().map((name) => join(source, name));
}

/** The forum that was given, or the one that the topics seem to be from. */
export async function findForum(
  files: readonly string[],
  address: string | undefined,
  report: Report,
): Promise<Forum | undefined> {
  if (address !== undefined) {
    const forum = forumOf(address);
    if (!forum) throw new SourceError(`--site ${address} is no address; give one such as https://forum.example.org`);
    return forum;
  }
  const quiet = { report: new Report(), progress: () => undefined };
  for (const file of files.slice(0, guesses)) {
    for await (const { value } of readJsonValues(file, quiet)) {
      const topic = discourseTopic.safeParse(value);
      const posts = topic.data?.post_stream.posts.flatMap((post) => discoursePost.safeParse(post).data ?? []);
      const forum = posts && guessForum(posts);
      if (forum) {
        report.info(
          'site-guessed',
          basename(file),
          `the topics seem to be from ${forum.url}; give --site if that is not so`,
        );
        return forum;
      }
    }
  }
  report.info(
    'site-unknown',
    basename(files[0] ?? ''),
    'nothing says which forum the topics are from, so they come over without links to it and without old addresses; give --site',
  );
  return undefined;
}

/** The names of categories, from a file beside the topics. */
export function categoriesOf(source: string, report: Report): Map<number, string> {
  const folder = statSync(source).isDirectory() ? source : join(source, '..');
  const path = ['categories.json', 'site.json'].map((name) => join(folder, name)).find((path) => existsSync(path));
  if (path === undefined) return new Map();
  try {
    const list = discourseCategories.parse(JSON.parse(readFileSync(path, 'utf8')));
    return new Map(list.map(({ id, name }) => [id, name]));
  } catch (error) {
    report.problem(
      'no-categories',
      basename(path),
      `cannot be read as a list of categories: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`,
    );
    return new Map();
  }
}
