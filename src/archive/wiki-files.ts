import type { Author, Tag } from '../core/thread.ts';

/** What a tag's file says: everything but how many threads have it. */
export type TagFile = Omit<Tag, 'threadCount'>;

/** What an author's file says: everything but what they wrote. */
export type AuthorFile = Pick<Author, 'handle' | 'name' | 'url' | 'links' | 'html'>;
