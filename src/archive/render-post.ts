import type { Diagnostic } from '../core/diagnostic.ts';
import { anonymous, type ThreadSlug } from '../core/ids.ts';
import type { AuthorReference } from '../core/schema/fields.ts';
import type { Byline, RenderedPost } from '../core/thread.ts';
import { renderBody, renderComment, type RenderOptions } from '../markdown/render-body.ts';
import type { ParsedAnswer, ParsedQuestion } from './parse-post.ts';
import { resolveLink } from './resolve-link.ts';
import { resolvePicture } from './resolve-picture.ts';
import type { ThreadContext } from './thread-context.ts';

/** The thread that a post is rendered in, and what its rendering adds to. */
export type PostContext = {
  context: ThreadContext;
  path: string;
  slug: ThreadSlug;
  ids: readonly string[];
  pictures: readonly string[];
  used: Set<string>;
  /** Pictures that are referred to and cannot be published: that is reported, and they are not unused. */
  refused: Set<string>;
  cites: Set<ThreadSlug>;
  diagnostics: Diagnostic[];
};

/** Renders a post with its comments: links and pictures resolved, problems reported at their place in the file. */
export function renderPost(
  post: ParsedQuestion | ParsedAnswer,
  from: string,
  idPrefix: string,
  scope: PostContext,
): RenderedPost {
  const { context, diagnostics } = scope;
  const { config, urls, exists, threadNames } = context;
  const { path, slug, pictures } = scope;
  const pictureContext = { from, slug, path, pictures, largest: config.limits.pictureBytes, urls };
  const options: RenderOptions = {
    idPrefix,
    headingBase: 3,
    limits: config.limits,
    firstLine: post.bodyLine,
    ...(context.parser ? { parser: context.parser } : {}),
    ...(context.words ? { words: context.words } : {}),
    resolveLink(href) {
      const link = resolveLink(href, {
        from,
        slug,
        answers: scope.ids,
        pictures: scope.pictures,
        urls,
        exists,
        threadNames,
      });
      if ('href' in link && link.cites) scope.cites.add(link.cites);
      // A picture that is linked to is published too, so it must be one.
      if (!('href' in link) || link.picture === undefined) return link;
      const picture = resolvePicture(href, pictureContext);
      if ('problem' in picture) scope.refused.add(picture.name ?? '');
      if ('problem' in picture) return { ...picture, problem: `leads to a picture: ${picture.problem}` };
      scope.used.add(picture.name);
      return link;
    },
    resolvePicture(src) {
      const picture = resolvePicture(src, pictureContext);
      if ('problem' in picture) scope.refused.add(picture.name ?? '');
      else scope.used.add(picture.name);
      return picture;
    },
  };
  const { problems, html, excerpt, hasCode, hasMath, hasPicture } = renderBody(post.body, options);
  for (const { line, ...problem } of problems)
    diagnostics.push({ file: post.file, ...problem, line: line + post.bodyLine - 1 });
  const { author, votes, date, edited, license, source, counted, comments } = post.frontmatter;
  return {
    path: from,
    author: byline(author, context),
    votes,
    ...(date === undefined ? {} : { date }),
    ...(edited === undefined ? {} : { edited }),
    license: license ?? config.license,
    ...(source === undefined ? {} : { source }),
    ...(counted === undefined ? {} : { counted }),
    comments: comments.map((comment, index) => {
      const place = post.placeOf(['comments', index, 'text']);
      const text = renderComment(comment.text, {
        ...options,
        firstLine: place.line,
        idPrefix: `${idPrefix}-comment-${index + 1}`,
      });
      for (const { rule, severity, message, fix } of text.problems) {
        diagnostics.push({ file: post.file, ...place, severity, rule, message, ...(fix === undefined ? {} : { fix }) });
      }
      return {
        author: byline(comment.author, context),
        ...(comment.date === undefined ? {} : { date: comment.date }),
        votes: comment.votes,
        html: text.html,
      };
    }),
    body: post.body,
    html,
    excerpt,
    hasCode,
    hasMath,
    hasPicture,
  };
}

function byline(author: AuthorReference, { authors }: ThreadContext): Byline {
  if (typeof author !== 'string')
    return { name: author.name, ...(author.url === undefined ? {} : { url: author.url }) };
  if (author === anonymous) return { name: anonymous };
  return { name: authors.get(author)?.name ?? author, handle: author };
}
