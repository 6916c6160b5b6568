import type { LinkContext } from './local-links.ts';
import type { Platform } from './model.ts';

/** How a platform tells which addresses lead to its posts. */
export type PostAddresses = Pick<Platform, 'postOfUrl' | 'postAddress'>;

/** What a thread's files need to know of the rest of the import. */
export type Names = LinkContext &
  PostAddresses & {
    handleOf: (authorId: string) => string | undefined;
    /** False where following `duplicateOf` from this thread leads back to it. */
    mayBeDuplicate: (threadId: string) => boolean;
    /** What else in the archive has the address of an alias, in words. */
    ownerOfAlias: (alias: string) => string | undefined;
  };
