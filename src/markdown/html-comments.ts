import { isGuide, textInGuide } from '../core/contribute/guide-text.ts';
import type { Place } from '../core/diagnostic.ts';
import { more } from './few.ts';
import type { RenderContext } from './context.ts';

/**
 * Notes a comment for `reportComments`. The guide that a prefilled file came with is none to speak of; what somebody wrote into it was meant for
 * the page, so it is reported as an error by itself.
 * @param placeAt gives the place of an offset into the comment
 */
export function noteComment(comment: string, placeAt: (offset: number) => Place, context: RenderContext): void {
  if (isGuide(comment)) return;
  const text = textInGuide(comment);
  if (text === undefined) {
    context.htmlComments.push(placeAt(0));
    return;
  }
  context.problems.push({
    ...placeAt(text),
    severity: 'error',
    rule: 'text-in-guide',
    message: 'this text stands inside the comment that the file came with, where nobody sees it',
    fix: 'move it below the line -->',
  });
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

/** A body without its comments: what is left of it is text. So is what somebody wrote into the guide. */
export function withoutComments(body: string): string {
  if (!body.includes('<!--')) return body;
  return body.replace(/<!--[^]*?-->/g, (comment) => (textInGuide(comment) === undefined ? '' : comment));
}
