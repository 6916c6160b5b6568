import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { anonymous, authorHandle, tagName, type AuthorHandle, type TagName } from '../core/ids.ts';
import { foldName } from '../core/fold-name.ts';
import { visiblePart } from '../core/invisible.ts';
import type { Limits } from '../core/schema/config.ts';
import { renderBody } from '../markdown/render-body.ts';
import { briefAuthor, briefTag } from './brief-wikis.ts';
import type { ContentList } from './list-content.ts';
import type { ThreadContext } from './thread-context.ts';
import { nearestSlug } from './nearest-slug.ts';
import { parseChecked } from './parse-checked.ts';
import { parseAuthor, parseTag, type Parsed } from './parse-post.ts';
import { resolveLink } from './resolve-link.ts';
import { reporter } from './rules/reporter.ts';
import { readSourceFile, type SourceFile } from './source-file.ts';
import type { AuthorFile, TagFile } from './wiki-files.ts';

type WikiContext = Pick<
  ThreadContext,
  'contentDir' | 'contentName' | 'config' | 'urls' | 'exists' | 'threadNames' | 'parser' | 'words'
> & {
  /** Whether a file is to be checked; of the others only what threads need is read. Default: all are. */
  isAsked?: (problem: Pick<Diagnostic, 'file'>) => boolean;
};

const badName = reporter('file-name');
const synonymConflict = reporter('synonym-conflict');

/** Loads `tags/*.md`. */
export function loadTags(list: ContentList, context: WikiContext): { tags: TagFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<TagName, TagName>();
  const tags = list.tags.flatMap((name): TagFile[] => {
    const path = `tags/${name}.md`;
    const tag = tagName.safeParse(name);
    if (tag.success && isBrief(path, context)) {
      const brief = briefTag(tag.data, context);
      for (const synonym of brief.synonyms) if (!owners.has(synonym)) owners.set(synonym, tag.data);
      return [brief];
    }
    const parsed = load(path, parseTag, context, diagnostics);
    if (!tag.success)
      diagnostics.push(
        badName(
          `${context.contentName}/${path}`,
          `${JSON.stringify(name)} cannot be a tag: it ${tag.error.issues[0]?.message ?? ''}`,
          renameTo(visiblePart(foldName(name)).replace(/[\s_]+/g, '-'), tagName),
        ),
      );
    if (!parsed || !tag.success) return [];
    const { title, description, synonyms } = parsed.frontmatter;
    synonyms.forEach((synonym, index) => {
      const owner = list.tags.includes(synonym) ? synonym : owners.get(synonym);
      if (owner === undefined) owners.set(synonym, tag.data);
      else
        diagnostics.push(
          synonymConflict(
            parsed.file,
            owner === synonym
              ? `the synonym ${synonym} is a tag with a file of its own`
              : `the synonym ${synonym} is already one of ${owner}`,
            'remove it from one of the two',
            parsed.placeOf(['synonyms', index]),
          ),
        );
    });
    return [
      {
        name: tag.data,
        title: title ?? name,
        ...(description === undefined ? {} : { description }),
        synonyms,
        html: render(parsed, path, context, diagnostics),
      },
    ];
  });
  return { tags, diagnostics };
}

/** Loads `authors/*.md`. */
export function loadAuthors(
  list: ContentList,
  context: WikiContext,
): { authors: AuthorFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const authors = list.authors.flatMap((name): AuthorFile[] => {
    const path = `authors/${name}.md`;
    const handle = authorHandle.safeParse(name);
    if (handle.success && handle.data !== anonymous && isBrief(path, context))
      return [briefAuthor(handle.data, context) ?? []].flat();
    const parsed = load(path, parseAuthor, context, diagnostics);
    if (!handle.success || handle.data === anonymous) {
      const why = handle.success ? 'is reserved for nobody in particular' : (handle.error.issues[0]?.message ?? '');
      diagnostics.push(
        badName(
          `${context.contentName}/${path}`,
          `${JSON.stringify(name)} cannot be a handle: it ${why}`,
          renameTo(nearestSlug(name), authorHandle),
        ),
      );
      return [];
    }
    if (!parsed) return [];
    const { name: fullName, url, links } = parsed.frontmatter;
    return [
      {
        handle: handle.data,
        name: fullName,
        ...(url === undefined ? {} : { url }),
        links,
        html: render(parsed, path, context, diagnostics),
      },
    ];
  });
  return { authors, diagnostics };
}

/** The index from a handle to what a byline shows. */
export function bylines(authors: readonly AuthorFile[]): Map<AuthorHandle, { name: string; url?: string }> {
  return new Map(authors.map(({ handle, name, url }) => [handle, { name, ...(url === undefined ? {} : { url }) }]));
}

function renameTo(better: string | undefined, schema: typeof tagName | typeof authorHandle): string {
  const isBetter = better !== undefined && better !== anonymous && schema.safeParse(better).success;
  return isBetter ? `rename the file to ${better}.md` : 'give the file another name';
}

function isBrief(path: string, { contentName, isAsked }: WikiContext): boolean {
  return isAsked !== undefined && !isAsked({ file: `${contentName}/${path}` });
}

function load<F>(
  path: string,
  parse: (source: SourceFile, limits: Limits) => Parsed<F> | Diagnostic[],
  { contentDir, contentName, config }: WikiContext,
  diagnostics: Diagnostic[],
): Parsed<F> | undefined {
  const source = readSourceFile(join(contentDir, path), `${contentName}/${path}`);
  return parseChecked(source, parse, config.limits, diagnostics);
}

function render(
  parsed: Parsed<unknown>,
  from: string,
  { config, urls, exists, threadNames, parser, words }: WikiContext,
  diagnostics: Diagnostic[],
): string {
  if (parsed.body.trim() === '') return '';
  const { html, problems } = renderBody(parsed.body, {
    idPrefix: 'wiki',
    headingBase: 2,
    ...(parser ? { parser } : {}),
    ...(words ? { words } : {}),
    limits: config.limits,
    firstLine: parsed.bodyLine,
    resolveLink: (href) => resolveLink(href, { from, slug: '', answers: [], pictures: [], urls, exists, threadNames }),
    resolvePicture: (src) => ({
      problem: `the picture ${src} is not in a thread`,
      fix: 'pictures belong to threads; link to one with its https:// address',
    }),
  });
  for (const { line, ...problem } of problems)
    diagnostics.push({ file: parsed.file, ...problem, line: line + parsed.bodyLine - 1 });
  return html;
}
