import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { aliasPath } from '../core/urls.ts';

/**
 * The old addresses that lead to threads of other sources and to those that people made: lower-case paths below the root of the site, as
 * `aliasPath` gives them, each with the slug of its thread. Reads every question but those of `own`.
 * @param own slugs of the source that is imported: what it wrote before says nothing of what others have
 */
export function addressesOfOthers(contentDir: string, own: ReadonlySet<string>): Map<string, string> {
  const folder = join(contentDir, 'threads');
  const addresses = new Map<string, string>();
  for (const slug of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = join(folder, slug, 'question.md');
    if (own.has(slug) || !existsSync(file)) continue;
    for (const alias of aliasesIn(readFileSync(file, 'utf8'))) {
      const path = normalPath(alias);
      if (!addresses.has(path)) addresses.set(path, slug);
    }
  }
  return addresses;
}

/**
 * Says what has an old address already, in words that go behind "is taken by".
 * @param addresses as `addressesOfOthers` gives them
 * @param slugs every slug of the archive, those of this import included
 */
export function ownerOfAddress(
  alias: string,
  addresses: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
  contentDir: string,
): string | undefined {
  const path = normalPath(alias);
  const slug = addresses.get(path) ?? slugAt(path);
  if (slug !== undefined && (addresses.has(path) || slugs.has(slug))) return `the thread ${slug}`;
  const page = `pages/${aliasPath(alias)}.mdx`;
  return existsSync(join(contentDir, page)) ? `the page ${page}` : undefined;
}

/** The slug of the thread whose page would be at a path. */
export function slugAt(path: string): string | undefined {
  return /^questions\/([^/]+)(?:\/images)?$/.exec(path)?.[1];
}

/** Addresses that differ in case, or in a slash at the end, are the same one. */
function normalPath(alias: string): string {
  return aliasPath(alias).toLowerCase();
}

/** The aliases of a question; of a file that is not as it should be, none. Only their lines are parsed: comments may be long. */
function aliasesIn(text: string): string[] {
  const head = text.slice(0, Math.max(0, text.indexOf('\n---', 3)));
  const [lines] = /^aliases:.*(?:\n(?!---)[ \t\]-].*)*/m.exec(head) ?? [];
  if (lines === undefined) return [];
  // What importers write; to parse all of an archive as YAML takes long.
  const [, simple] = /^aliases: \[([\w./~-]+(?:, [\w./~-]+)*)\]\s*$/.exec(lines) ?? [];
  if (simple !== undefined) return simple.split(', ');
  try {
    const { aliases } = parse(lines, { logLevel: 'silent', maxAliasCount: 0 }) as { aliases: unknown };
    return Array.isArray(aliases) ? aliases.map(String) : [];
  } catch {
    return [];
  }
}
