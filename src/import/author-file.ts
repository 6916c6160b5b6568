import { authorSchema } from '../core/schema/author.ts';
import { cleanLine, cleanText, shorten } from './clean-text.ts';
import { toFile } from '../archive/write-frontmatter.ts';
import type { ImportedAuthor } from './model.ts';
import type { Report } from './report.ts';
import type { OutputFile } from './output-file.ts';

/** The file of an author. */
export function authorFile(handle: string, author: ImportedAuthor, report: Report): OutputFile {
  const name = shorten(cleanLine(author.name), 100);
  const frontmatter = {
    name: name === '' ? handle : name,
    ...(author.url === undefined ? {} : { url: author.url }),
    links: author.links,
  };
  for (const { path, message } of authorSchema.safeParse(frontmatter).error?.issues ?? []) {
    report.problem('invalid', handle, `${path.join('.')} ${message}; correct it in the file`);
  }
  return { path: `authors/${handle}.md`, text: toFile(frontmatter, cleanText(author.body).text) };
}
