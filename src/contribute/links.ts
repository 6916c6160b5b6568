import type { TagName, ThreadSlug } from '../core/ids.ts';
import type { Repository } from '../core/schema/config.ts';
import { forgeOf } from './forge.ts';
import { answerTemplate, questionTemplate, tagTemplate } from './templates.ts';

/** Where a reader goes to change the archive. */
export type ContributeLinks = ReturnType<typeof createContributeLinks>;

/**
 * Links into the editor of the forge that keeps the content.
 * @param guide address of the page that explains contributing: where every link leads if there is no repository
 */
export function createContributeLinks(repository: Repository | undefined, guide: string) {
  const forge = repository && forgeOf(repository);
  const inContent = (path: string) =>
    `${(repository?.content ?? '').replace(/^\/+|\/+$/g, '')}/${path}`.replace(/^\//, '');
  const create = (path: string, text: string) => forge?.create({ path: inContent(path), text }) ?? guide;
  return {
    guide,
    ask: () => create('threads/name-your-question/question.md', questionTemplate),
    answer: (slug: ThreadSlug) => create(`threads/${slug}/answers/name-your-answer.md`, answerTemplate),
    describeTag: (tag: TagName) => create(`tags/${tag}.md`, tagTemplate),
    /** @param path of a file below the content folder, as in `RenderedPost.path` */
    edit: (path: string) => forge?.edit(inContent(path)) ?? guide,
    /** What happened to a file or folder below the content folder; unknown without a repository. */
    history: (path: string) => forge?.history(inContent(path)),
  };
}
