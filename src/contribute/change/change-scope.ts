import type { CheckScope } from '../../archive/check-paths.ts';
import type { ContentChange, PostChange } from './content-change.ts';

/**
 * What of an archive has to be checked after a change: the threads that it touches, as long as it cannot break others. A thread, post or
 * picture that went may have been linked to, and tags, aliases and duplicates are rules about the whole archive.
 */
export function changeScope({ files, posts, moved, lost }: ContentChange, contentName: string): CheckScope {
  const inContent = files.filter(({ place }) => place.kind !== 'outside');
  const isGone = inContent.some(({ after }) => !after);
  const isTag = inContent.some(({ place }) => place.kind === 'tag');
  if (isGone || isTag || moved.size > 0 || lost.length > 0 || posts.some(reachesOut)) return { covers: () => true };
  const threads = new Set(inContent.flatMap(({ place }) => ('slug' in place ? [place.slug] : [])));
  // A stray file in the folder of a thread is a problem of the thread.
  for (const { name } of inContent) {
    const slug = name.startsWith(`${contentName}/threads/`)
      ? name.slice(contentName.length + 9).split('/')[0]
      : undefined;
    if (slug !== undefined) threads.add(slug);
  }
  const names = inContent.map(({ name }) => name);
  return {
    only: threads,
    covers: ({ file }) =>
      threads.has(
        file.startsWith(`${contentName}/threads/`) ? (file.slice(contentName.length + 9).split('/')[0] ?? '') : '',
      ) || names.some((name) => name === file || name.startsWith(`${file}/`)),
  };
}

/** Whether a question takes or gives up an address, or is made a duplicate. */
function reachesOut({ before, after }: PostChange): boolean {
  const [was, is] = [before, after].map((version) => {
    const frontmatter = version?.post?.frontmatter;
    return frontmatter && 'aliases' in frontmatter ? [frontmatter.aliases, frontmatter.duplicateOf] : [[], undefined];
  });
  return JSON.stringify(was) !== JSON.stringify(is);
}
