import MiniSearch from 'minisearch';
import type { RenderedThread } from '../../src/core/thread.ts';
import { textBlocks } from '../../src/search/text-blocks.ts';
import type { KnownItem } from './known-items.ts';

/** BM25 as it comes, over title, tags and posts. */
export function bm25Search(threads: readonly RenderedThread[]): (item: KnownItem) => string[] {
  const index = new MiniSearch<{ id: string; title: string; tags: string; posts: string }>({
    fields: ['title', 'tags', 'posts'],
  });
  index.addAll(
    threads.map(({ slug, title, tags, question, answers }) => ({
      id: slug,
      title,
      tags: tags.join(' '),
      posts: [question, ...answers]
        .flatMap(({ html, comments }) => [html, ...comments.map((comment) => comment.html)])
        .flatMap(textBlocks)
        .join('\n'),
    })),
  );
  return ({ query }) => index.search(query).map(({ id }) => String(id));
}
