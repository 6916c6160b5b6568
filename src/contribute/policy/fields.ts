import type { Place } from '../../core/diagnostic.ts';
import type { QuestionFrontmatter } from '../../core/schema/question.ts';
import type { ContentChange, ParsedPost, PostChange } from '../change/content-change.ts';

/** A post that is there after a change and can be read, with what it was before, if it was there and could be read. */
export type ReadableChange = { name: string; slug: string; id?: string; before?: ParsedPost; after: ParsedPost };

export function readableChanges({ posts }: ContentChange): ReadableChange[] {
  return posts.flatMap(({ name, slug, id, before, after }) =>
    after?.post
      ? [
          {
            name,
            slug,
            ...(id === undefined ? {} : { id }),
            after: after.post,
            ...(before?.post ? { before: before.post } : {}),
          },
        ]
      : [],
  );
}

/** The frontmatter of a question; nothing for an answer. */
export function questionFields(post: ParsedPost | undefined): QuestionFrontmatter | undefined {
  return post && 'title' in post.frontmatter ? post.frontmatter : undefined;
}

/** Whether two values of frontmatter say the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Where a key stands; the start of the file if it was left out. */
export function placeOfKey(post: ParsedPost, key: string): Place {
  return post.placeOfKey([], key);
}

/** How messages call a post. */
export function labelOf({ slug, id }: Pick<PostChange, 'slug' | 'id'>): string {
  return id === undefined ? `the question ${slug}` : `the answer ${id} of ${slug}`;
}
