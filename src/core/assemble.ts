import type { AuthorHandle, TagName, ThreadSlug } from './ids.ts';
import { isUnanswered, threadOrders } from './rank.ts';
import { relate } from './related.ts';
import type { TermVector } from './term-vector.ts';
import type { AnswerSummary, Author, Counts, Tag, ThreadSummary } from './thread.ts';

/** What `assemble` needs of each thread. */
export type AssembleThread = {
  summary: ThreadSummary;
  /** What its texts are about: by these threads are found to be alike. */
  terms: TermVector;
  cites: readonly ThreadSlug[];
  /** Authors with a handle who commented: they have a page though no post. */
  commenters: readonly AuthorHandle[];
  contributions: readonly {
    handle: AuthorHandle;
    votes: number;
    answer?: AnswerSummary;
  }[];
};

/** What only the whole archive can tell: orders, counts, and which threads are near which. */
export type ArchiveIndex = {
  counts: Counts;
  /** Slugs in order, by the name of the listing: `newest`, `top`, `active`, `unanswered`, and `tag:<tag>` by votes. */
  listings: Map<string, ThreadSlug[]>;
  /** By the number of threads, then by name. */
  tags: Tag[];
  /** By the number of posts, then by handle. */
  authors: Author[];
  /** The posts of each author, by votes. */
  authorPosts: Map<AuthorHandle, { slug: ThreadSlug; answer?: AnswerSummary }[]>;
  neighbours: Map<ThreadSlug, { duplicates: ThreadSlug[]; linked: ThreadSlug[]; related: ThreadSlug[] }>;
};

/** How many related threads a thread names. */
const relatedCount = 5;

/** Joins threads to an archive. Total: whatever it is given, it returns; references to threads that are not there are left out. */
export function assemble(
  threads: readonly AssembleThread[],
  tagFiles: readonly Omit<Tag, 'threadCount'>[],
  authorFiles: readonly Pick<Author, 'handle' | 'name' | 'url' | 'links' | 'html'>[],
): ArchiveIndex {
  const summaries = threads.map(({ summary }) => summary);
  const top = summaries.toSorted(threadOrders.top);
  const slugsOf = (list: readonly ThreadSummary[]) => list.map(({ slug }) => slug);
  const listings = new Map([
    ['newest', slugsOf(summaries.toSorted(threadOrders.newest))],
    ['top', slugsOf(top)],
    ['active', slugsOf(summaries.toSorted(threadOrders.active))],
    ['unanswered', slugsOf(top.filter(isUnanswered))],
  ]);
  const byTag = new Map<TagName, ThreadSlug[]>();
  for (const { slug, tags } of top) for (const tag of tags) push(byTag, tag, slug);
  for (const [tag, slugs] of byTag) listings.set(`tag:${tag}`, slugs);

  const tags = assembleTags(byTag, tagFiles);
  const { authors, authorPosts } = assembleAuthors(threads, authorFiles);
  return {
    counts: {
      threads: threads.length,
      answers: sum(summaries, ({ answerCount }) => answerCount),
      comments: sum(summaries, ({ commentCount }) => commentCount),
      tags: tags.length,
      authors: authors.length,
      unanswered: listings.get('unanswered')?.length ?? 0,
    },
    listings,
    tags,
    authors,
    authorPosts,
    neighbours: assembleNeighbours(threads, top),
  };
}

function assembleTags(byTag: ReadonlyMap<TagName, ThreadSlug[]>, files: readonly Omit<Tag, 'threadCount'>[]): Tag[] {
  const named = new Map(files.map((file) => [file.name, file]));
  const names = new Set([...byTag.keys(), ...named.keys()]);
  return [...names]
    .map((name): Tag => ({
      ...(named.get(name) ?? { name, title: name, synonyms: [], html: '' }),
      threadCount: byTag.get(name)?.length ?? 0,
    }))
    .sort((a, b) => b.threadCount - a.threadCount || (a.name < b.name ? -1 : 1));
}

function assembleAuthors(
  threads: readonly AssembleThread[],
  files: readonly Pick<Author, 'handle' | 'name' | 'url' | 'links' | 'html'>[],
) {
  const authors = new Map<AuthorHandle, Author>();
  const blank = { questionCount: 0, answerCount: 0, acceptedCount: 0, votes: 0 };
  for (const file of files) authors.set(file.handle, { ...file, ...blank });
  const posts = new Map<
    AuthorHandle,
    {
      votes: number;
      slug: ThreadSlug;
      answer?: AnswerSummary;
    }[]
  >();
  const authorOf = (handle: AuthorHandle): Author => {
    let author = authors.get(handle);
    if (!author) authors.set(handle, (author = { handle, name: handle, links: [], html: '', ...blank }));
    return author;
  };
  for (const { summary, contributions, commenters } of threads) {
    for (const { handle, votes, answer } of contributions) {
      const author = authorOf(handle);
      if (answer) author.answerCount++;
      else author.questionCount++;
      if (answer?.accepted) author.acceptedCount++;
      author.votes += votes;
      push(posts, handle, { votes, slug: summary.slug, ...(answer ? { answer } : {}) });
    }
    for (const handle of commenters) authorOf(handle);
  }
  for (const list of posts.values()) list.sort((a, b) => b.votes - a.votes || (a.slug < b.slug ? -1 : 1));
  return {
    authors: [...authors.values()].sort(
      (a, b) => b.answerCount + b.questionCount - a.answerCount - a.questionCount || (a.handle < b.handle ? -1 : 1),
    ),
    authorPosts: posts,
  };
}

function assembleNeighbours(
  threads: readonly AssembleThread[],
  top: readonly ThreadSummary[],
): ArchiveIndex['neighbours'] {
  const known = new Set(top.map(({ slug }) => slug));
  const linked = new Map<ThreadSlug, ThreadSlug[]>();
  for (const { summary, cites } of threads)
    for (const slug of cites) if (known.has(slug)) push(linked, slug, summary.slug);
  const duplicates = new Map<ThreadSlug, ThreadSlug[]>();
  for (const { slug, duplicateOf } of top)
    if (duplicateOf && known.has(duplicateOf)) push(duplicates, duplicateOf, slug);
  const termsOf = new Map(threads.map(({ summary, terms }) => [summary.slug, terms]));
  const comparable = top.flatMap(({ slug }) => {
    const terms = termsOf.get(slug);
    return terms ? [{ slug, terms }] : [];
  });
  const related = relate(comparable, relatedCount);
  return new Map(
    top.map(({ slug }) => [
      slug,
      { duplicates: duplicates.get(slug) ?? [], linked: linked.get(slug) ?? [], related: related.get(slug) ?? [] },
    ]),
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
