import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Limits } from '../../core/schema/config.ts';
import type { Parsed, ParsedAnswer, ParsedQuestion } from '../parse-post.ts';
import type { SourceFile } from '../source-file.ts';
import type { ThreadFolder } from '../thread-folder.ts';

/** A rule looks at one thing and says what is wrong with it; it never stops at the first and never throws. */
export type Rule<T> = (subject: T) => Diagnostic[];

/** A rule about a file as text, before it is parsed. */
export type FileRule = Rule<SourceFile>;

/** A rule about one post, once its frontmatter is valid. */
export type PostRule = Rule<{
  post: Parsed<ParsedQuestion['frontmatter'] | ParsedAnswer['frontmatter']>;
  limits: Limits;
  /** The time of the check, in milliseconds since 1970. */
  now: number;
}>;

/** A rule about a thread's folder and the posts in it. */
export type ThreadRule = Rule<{
  folder: ThreadFolder;
  question: ParsedQuestion | undefined;
  answers: readonly (ParsedAnswer & { id: string })[];
  /** Whether a file or folder of the content exists, by its path below the content folder. */
  exists: (path: string) => boolean;
  /** The names of the folders of all threads. */
  threadNames: readonly string[];
}>;
