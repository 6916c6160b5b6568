import { parseAnswer, parseQuestion, type ParsedAnswer, type ParsedQuestion } from '../../archive/parse-post.ts';
import { decode } from '../../archive/source-file.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Limits } from '../../core/schema/config.ts';
import type { FileVersion } from '../git/file-version.ts';
import type { ChangedFile } from '../git/git-change.ts';
import { contentPlace, type ContentPlace } from './content-place.ts';

/** A changed file, and what it is to the archive. */
export type PlacedFile = ChangedFile & {
  /** How diagnostics call it. */
  name: string;
  place: ContentPlace;
};

export type ParsedPost = ParsedQuestion | ParsedAnswer;

/** A post as one side of a change has it. It cannot be read if there are problems. */
export type PostVersion = { post?: ParsedPost; text: string; problems: Diagnostic[] };

/** A question or an answer before and after a change. */
export type PostChange = {
  /** How diagnostics call its file. */
  name: string;
  slug: string;
  /** The answer's id; absent for a question. */
  id?: string;
  before?: PostVersion;
  after?: PostVersion;
};

/** What a change does to an archive. */
export type ContentChange = {
  files: PlacedFile[];
  posts: PostChange[];
  /** Threads that have another address now, and say so with an alias: the old slug by the new one. */
  moved: Map<string, string>;
  /** Threads that are gone and to which no alias leads. */
  lost: { slug: string; name: string }[];
};

/**
 * Reads the posts that a change touches on both sides, with the parser that the site reads them with.
 * @param content the content folder below the repository's root; empty if it is the root
 * @param contentName how diagnostics call it
 */
export function contentChange(
  files: readonly ChangedFile[],
  { content, contentName, limits }: { content: string; contentName: string; limits: Limits },
): ContentChange {
  const placed = files.map((file): PlacedFile => {
    const place = contentPlace(file.path, content);
    const name =
      place.kind === 'outside'
        ? file.path
        : `${contentName}/${content === '' ? file.path : file.path.slice(content.length + 1)}`;
    return { ...file, name, place };
  });
  const posts = placed.flatMap(({ place, name, before, after }): PostChange[] => {
    if (place.kind !== 'question' && place.kind !== 'answer') return [];
    const read = (version: FileVersion) => readPost(version, name, place.kind === 'question', limits);
    return [
      {
        name,
        slug: place.slug,
        ...(place.kind === 'answer' ? { id: place.id } : {}),
        ...(before ? { before: read(before) } : {}),
        ...(after ? { after: read(after) } : {}),
      },
    ];
  });
  return { files: placed, ...withMoves(posts) };
}

function readPost({ kind, bytes }: FileVersion, name: string, isQuestion: boolean, limits: Limits): PostVersion {
  if ((kind !== 'file' && kind !== 'executable') || !bytes) return { text: '', problems: [] };
  const source = decode(bytes, name);
  if ('rule' in source) return { text: '', problems: [source] };
  const post = isQuestion ? parseQuestion(source, limits) : parseAnswer(source, limits);
  return Array.isArray(post) ? { text: source.text, problems: post } : { text: source.text, problems: [], post };
}

/** A thread that went and one that came with an alias to it are one thread: its posts are compared, and none was deleted or added. */
function withMoves(posts: readonly PostChange[]): Pick<ContentChange, 'posts' | 'moved' | 'lost'> {
  const aliases = new Map<string, string>();
  for (const { slug, id, after } of posts) {
    if (id !== undefined || !after?.post || !('aliases' in after.post.frontmatter)) continue;
    for (const alias of after.post.frontmatter.aliases) aliases.set(slugOf(alias), slug);
  }
  const moved = new Map<string, string>();
  const lost: ContentChange['lost'] = [];
  for (const { slug, id, name, before, after } of posts) {
    if (id !== undefined || !before || after) continue;
    const target = aliases.get(slug);
    if (target === undefined) lost.push({ slug, name });
    else moved.set(target, slug);
  }
  const keyOf = (slug: string, id: string | undefined) => JSON.stringify([slug, id]);
  const gone = new Map(posts.filter(({ after }) => !after).map((post) => [keyOf(post.slug, post.id), post]));
  const joined = new Set<PostChange>();
  const withBefore = posts.map((post) => {
    const from = moved.get(post.slug);
    const old = from === undefined || post.before ? undefined : gone.get(keyOf(from, post.id));
    if (!old?.before) return post;
    joined.add(old);
    return { ...post, before: old.before };
  });
  return { posts: withBefore.filter((post) => !joined.has(post)), moved, lost };
}

/** The slug that an alias is the address of: `old-slug`, or `questions/old-slug`. */
function slugOf(alias: string): string {
  return alias.replace(/^questions\//, '').replace(/\/$/, '');
}
