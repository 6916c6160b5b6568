/** What a file of the repository is to the archive. */
export type ContentPlace =
  | { kind: 'question'; slug: string }
  | { kind: 'answer'; slug: string; id: string }
  | { kind: 'picture'; slug: string }
  | { kind: 'tag' | 'author' | 'page'; name: string }
  /** In the content folder, but nothing that an archive has. */
  | { kind: 'stray' }
  | { kind: 'outside' };

const thread =
  /^threads\/(?<slug>[^/]+)\/(?:(?<question>question\.md)|answers\/(?<id>[^/]+)\.md|(?<picture>images\/[^/]+))$/;
const pictureEnding = /\.(?:png|jpe?g|gif|webp|avif)$/i;
const other = /^(?:(?<tag>tags)|(?<author>authors)|(?<page>pages))\/(?<name>.+)\.mdx?$/s;

/**
 * Tells by its path what a file is.
 * @param path below the repository's root
 * @param content the content folder below the repository's root, without a slash at its end; empty if it is the root
 */
export function contentPlace(path: string, content: string): ContentPlace {
  const below = content === '' ? path : path.startsWith(`${content}/`) ? path.slice(content.length + 1) : undefined;
  if (below === undefined) return { kind: 'outside' };
  const post = thread.exec(below)?.groups;
  if (post) {
    const { slug = '', question, id, picture } = post;
    // A hidden file is no part of an archive: nobody would see it.
    if (slug.startsWith('.') || id?.startsWith('.') || picture?.startsWith('images/.')) return { kind: 'stray' };
    if (question !== undefined) return { kind: 'question', slug };
    if (id !== undefined) return { kind: 'answer', slug, id };
    return picture !== undefined && pictureEnding.test(picture) ? { kind: 'picture', slug } : { kind: 'stray' };
  }
  const { tag, author, page, name = '' } = other.exec(below)?.groups ?? {};
  if (page !== undefined) return { kind: 'page', name };
  if (name.includes('/') || !below.endsWith('.md')) return { kind: 'stray' };
  if (tag !== undefined) return { kind: 'tag', name };
  if (author !== undefined) return { kind: 'author', name };
  return { kind: 'stray' };
}
