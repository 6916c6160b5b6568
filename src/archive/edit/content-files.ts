import { lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FixSubject } from '../fix/fixer.ts';
import { listContent } from '../list-content.ts';

/** A Markdown file of the content by its path below the content folder, with `/`. */
export type ContentFile = { path: string; kind: FixSubject['kind'] };

/** All Markdown files of threads, tags and authors, in the order of their paths; symbolic links are left out. */
export function contentFiles(contentDir: string): ContentFile[] {
  const { threads, tags, authors } = listContent(contentDir, contentDir);
  return [
    ...threads.flatMap((thread) => threadFiles(contentDir, thread)),
    ...tags.map((name): ContentFile => ({ path: `tags/${name}.md`, kind: 'tag' })),
    ...authors.map((name): ContentFile => ({ path: `authors/${name}.md`, kind: 'author' })),
  ];
}

/** The pages that curators write, by their paths below the content folder, sorted. */
export function pageFiles(contentDir: string): string[] {
  const folder = join(contentDir, 'pages');
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'))
      .map((entry) => relative(contentDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}

/** The question and the answers of a thread. */
export function threadFiles(contentDir: string, thread: string): ContentFile[] {
  const markdown = (below: string) => {
    try {
      if (!lstatSync(join(contentDir, below)).isDirectory()) return [];
      return readdirSync(join(contentDir, below), { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map(({ name }) => `${below}/${name}`)
        .sort();
    } catch {
      return [];
    }
  };
  const folder = `threads/${thread}`;
  return [
    ...markdown(folder)
      .filter((path) => path === `${folder}/question.md`)
      .map((path): ContentFile => ({ path, kind: 'question' })),
    ...markdown(`${folder}/answers`).map((path): ContentFile => ({ path, kind: 'answer' })),
  ];
}
