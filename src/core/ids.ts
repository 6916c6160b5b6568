import { z } from 'zod';
import { foldName } from './fold-name.ts';
import { visiblePart } from './invisible.ts';

const slugPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;
const slugMessage = 'must be 1 to 80 characters of a-z, 0-9 and -, and begin with a letter or digit';

/** The folder name of a thread: its permanent id and the last part of its URL. */
export const threadSlug = z.string().regex(slugPattern, slugMessage).brand<'ThreadSlug'>();
export type ThreadSlug = z.output<typeof threadSlug>;

/** The file name of an answer without `.md`: its permanent anchor on the thread's page. */
export const answerId = z.string().regex(slugPattern, slugMessage).brand<'AnswerId'>();
export type AnswerId = z.output<typeof answerId>;

/** The short name of an author: the name of the file in `authors/` and the last part of the URL. */
export const authorHandle = z.string().regex(slugPattern, slugMessage).brand<'AuthorHandle'>();
export type AuthorHandle = z.output<typeof authorHandle>;

/** The handle that stands for nobody in particular; it has no page. */
export const anonymous = authorHandle.parse('anonymous');

const tagPattern = /^(?=.*[\p{L}\p{Nd}])[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}.+#-]{1,35}$/u;

/** A tag: up to 35 lower-case letters of any script, digits and `. + # -`, in the form in which names are compared. */
export const tagName = z
  .string()
  .regex(tagPattern, 'must be 1 to 35 lower-case letters (of any script), digits and . + # -')
  .superRefine((tag, context) => {
    if (!tagPattern.test(tag)) return;
    const canonical = visiblePart(foldName(tag));
    if (tag !== canonical)
      context.addIssue({ code: 'custom', message: `must be written ${canonical || 'in letters'}` });
  })
  .brand<'TagName'>();
export type TagName = z.output<typeof tagName>;

/** Last parts of `/questions/…/` that listings use, and which therefore cannot be the slug of a thread. */
export const reservedSlugs: ReadonlySet<string> = new Set(['top', 'active', 'unanswered', 'page']);
