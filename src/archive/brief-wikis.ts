import { join } from 'node:path';
import type { AuthorHandle, TagName } from '../core/ids.ts';
import type { Config } from '../core/schema/config.ts';
import { parseAuthor, parseTag } from './parse-post.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import type { AuthorFile, TagFile } from './wiki-files.ts';

type Place = { contentDir: string; config: Config };

/** A name that YAML takes as it stands: words of letters. */
const plainName = /^---\n(?:[^\n]+\n)*?name: (\p{L}[\p{L}\p{M}.' -]*)\n/u;

/** What threads need of a tag, its synonyms: most tags have none, and then no YAML is read. What is wrong with the file is not said. */
export function briefTag(name: TagName, { contentDir, config }: Place): TagFile {
  const source = read(join(contentDir, 'tags', `${name}.md`));
  const parsed = source?.text.includes('synonyms') ? parseTag(source, config.limits) : [];
  return { name, title: name, synonyms: Array.isArray(parsed) ? [] : parsed.frontmatter.synonyms, html: '' };
}

/** What a change needs of an author, the name: it is read without YAML where it stands there in plain letters. */
export function briefAuthor(handle: AuthorHandle, { contentDir, config }: Place): AuthorFile | undefined {
  const source = read(join(contentDir, 'authors', `${handle}.md`));
  if (!source) return undefined;
  const plain = plainName.exec(source.text)?.[1]?.trim();
  const parsed = plain === undefined ? parseAuthor(source, config.limits) : [];
  const name = Array.isArray(parsed) ? plain : parsed.frontmatter.name;
  return name === undefined ? undefined : { handle, name, links: [], html: '' };
}

function read(path: string): SourceFile | undefined {
  const source = readSourceFile(path, path);
  return 'rule' in source ? undefined : source;
}
