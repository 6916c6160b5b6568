import type { LinkContext } from './local-links.ts';

/** What a thread's files need to know of the rest of the import. */
export type Names = LinkContext & {
  handleOf: (authorId: string) => string | undefined;
  /** False where following `duplicateOf` from this thread leads back to it. */
  mayBeDuplicate: (threadId: string) => boolean;
};
