import { more } from './few.ts';
import type { RenderContext } from './context.ts';

/** Whether a comment of HTML is a guide for who writes the post: `<!-- guide: Describe… -->`. A prefilled file has them. */
export function isGuide(comment: string): boolean {
  return /^<!--\s*guide:/i.test(comment);
}

/** Reports all comments of HTML of a body as one problem, at the first. */
export function reportComments({ htmlComments, problems, options }: RenderContext): void {
  const [first, ...others] = htmlComments;
  if (!first) return;
  const also = others.length === 0 ? '' : `; ${more(others, options)}`;
  problems.push({
    ...first,
    severity: 'warning',
    rule: 'html-comment',
    message: `this comment of HTML is not on the page, but everybody can read it in the file and in the .md beside the page${also}`,
    fix: 'delete it, or make it part of the text',
  });
}

/** A body without its comments, whatever is in them: what is left of it is text. */
export function withoutComments(body: string): string {
  return body.includes('<!--') ? body.replace(/<!--[^]*?-->/g, '') : body;
}
