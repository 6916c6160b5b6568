import { createHash, type Hash } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ArchiveIndex } from '../core/assemble.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { ThreadSlug } from '../core/ids.ts';
import type { Config } from '../core/schema/config.ts';
import type { Author, AuthorPost, Counts, Neighbours, RenderedThread, Tag, ThreadSummary } from '../core/thread.ts';
import { tagFolder } from '../core/urls.ts';
import type { ThreadPage } from './thread-page.ts';

/**
 * The archive on disk, between loading and the pages: a SQLite file that is made anew by each build. So memory stays flat
 * however large the archive is, and workers read it side by side.
 */
const schema = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS page (slug TEXT PRIMARY KEY, data TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS summary (slug TEXT PRIMARY KEY, data TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS neighbours (slug TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS listing (name TEXT, position INTEGER, slug TEXT NOT NULL, PRIMARY KEY (name, position)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tag (position INTEGER PRIMARY KEY, folder TEXT UNIQUE NOT NULL, data TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS author (position INTEGER PRIMARY KEY, handle TEXT UNIQUE NOT NULL, data TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS author_post (handle TEXT, position INTEGER, slug TEXT NOT NULL, answer TEXT, PRIMARY KEY (handle, position)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
`;

export type StoreWriter = ReturnType<typeof createStore>;

/** Opens a store for writing; the file must not hold anything else. */
export function createStore(file: string) {
  const database = new DatabaseSync(file);
  database.exec(schema);
  const putPage = database.prepare('INSERT OR REPLACE INTO page VALUES (?, ?)');
  const putSummary = database.prepare('INSERT OR REPLACE INTO summary VALUES (?, ?)');
  const dropPage = database.prepare('DELETE FROM page WHERE slug = ?');
  const dropSummary = database.prepare('DELETE FROM summary WHERE slug = ?');
  const putNeighbours = database.prepare('INSERT INTO neighbours VALUES (?, ?)');
  const putListing = database.prepare('INSERT INTO listing VALUES (?, ?, ?)');
  const putTag = database.prepare('INSERT INTO tag VALUES (?, ?, ?)');
  const putAuthor = database.prepare('INSERT INTO author VALUES (?, ?, ?)');
  const putAuthorPost = database.prepare('INSERT INTO author_post VALUES (?, ?, ?, ?)');
  const putFact = database.prepare('INSERT OR REPLACE INTO fact VALUES (?, ?)');
  database.exec('BEGIN');

  return {
    putThread({ slug, page, summary }: ThreadPage): void {
      putPage.run(slug, page);
      putSummary.run(slug, summary);
    },
    dropThread(slug: ThreadSlug): void {
      dropPage.run(slug);
      dropSummary.run(slug);
    },
    /** The configuration that the archive was loaded with, so that pages need nothing but the store. */
    putConfig(config: Config): void {
      putFact.run('config', JSON.stringify(config));
    },
    /** Replaces what the whole archive tells, and makes everything put so far visible to readers. */
    finish(index: ArchiveIndex, problems: readonly Diagnostic[]): void {
      for (const table of ['neighbours', 'listing', 'tag', 'author', 'author_post'])
        database.exec(`DELETE FROM ${table}`);
      for (const [slug, near] of index.neighbours) putNeighbours.run(slug, JSON.stringify(near));
      for (const [name, slugs] of index.listings)
        slugs.forEach((slug, position) => putListing.run(name, position, slug));
      index.tags.forEach((tag, position) => putTag.run(position, tagFolder(tag.name), JSON.stringify(tag)));
      index.authors.forEach((author, position) => putAuthor.run(position, author.handle, JSON.stringify(author)));
      for (const [handle, posts] of index.authorPosts) {
        posts.forEach(({ slug, answer }, position) =>
          putAuthorPost.run(handle, position, slug, answer ? JSON.stringify(answer) : null),
        );
      }
      putFact.run('counts', JSON.stringify(index.counts));
      putFact.run('threadCount', String(index.counts.threads));
      putFact.run('problems', JSON.stringify(problems));
      database.exec('COMMIT; BEGIN');
    },
    close(): void {
      // A full disk ends the transaction: its error must not be hidden behind that of a COMMIT without one.
      if (database.isTransaction) database.exec('COMMIT');
      database.close();
    },
  };
}

/** What is asked of a store, and nothing else. */
const queries = {
  thread: 'SELECT data FROM page WHERE slug = ?',
  threads: 'SELECT data FROM page ORDER BY slug',
  slugs: 'SELECT slug FROM page ORDER BY slug',
  slugsByVotes: "SELECT slug FROM summary ORDER BY data ->> '$.votes' DESC, slug",
  summary: 'SELECT data FROM summary WHERE slug = ?',
  neighbours: 'SELECT data FROM neighbours WHERE slug = ?',
  listing:
    'SELECT data FROM listing JOIN summary USING (slug) WHERE name = ? AND position >= ? AND position < ? ORDER BY position',
  listingSize: 'SELECT count(*) AS size FROM listing WHERE name = ?',
  tags: 'SELECT data FROM tag ORDER BY position',
  tag: 'SELECT data FROM tag WHERE folder = ?',
  authors: 'SELECT data FROM author WHERE position >= ? AND position < ? ORDER BY position',
  author: 'SELECT data FROM author WHERE handle = ?',
  authorPosts:
    'SELECT data, answer FROM author_post JOIN summary USING (slug) WHERE handle = ? AND position >= ? AND position < ? ORDER BY position',
  authorPostsSize: 'SELECT count(*) AS size FROM author_post WHERE handle = ?',
  fact: 'SELECT data FROM fact WHERE name = ?',
} as const;

/** One question to the store: a query and its parameters. */
export type Read = [query: keyof typeof queries, ...parameters: (string | number)[]];

type Row = Record<string, unknown>;

export type ArchiveStore = ReturnType<typeof openStore>;

/** Opens a finished store for reading. Every method is synchronous and reads only what it returns. */
export function openStore(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const prepared = new Map<string, StatementSync>();
  const statement = (query: Read[0]) => {
    const known = prepared.get(query) ?? database.prepare(queries[query]);
    prepared.set(query, known);
    return known;
  };
  let recorded: { reads: Read[]; hash: Hash } | undefined;

  const ask = ([query, ...parameters]: Read): Row[] => statement(query).all(...parameters);
  const rows = (...read: Read): Row[] => {
    const answer = ask(read);
    recorded?.reads.push(read);
    if (recorded) addRows(recorded.hash, answer);
    return answer;
  };
  const get = <T>(...read: Read): T | undefined => {
    const [row] = rows(...read);
    return row && parse<T>(row);
  };
  const size = (query: 'listingSize' | 'authorPostsSize', key: string) => Number(rows(query, key)[0]?.['size'] ?? 0);
  const summaries = (list: readonly ThreadSlug[]) => list.flatMap((slug) => get<ThreadSummary>('summary', slug) ?? []);
  const range = (page: number, size: number): [number, number] => [(page - 1) * size, page * size];
  const counts = (): Counts =>
    get<Counts>('fact', 'counts') ?? { threads: 0, answers: 0, comments: 0, tags: 0, authors: 0, unanswered: 0 };
  const problems = (): Diagnostic[] => get<Diagnostic[]>('fact', 'problems') ?? [];

  return {
    counts,
    /** As in `counts`, for pages that show nothing else of them: what they read does not change with an answer. */
    threadCount: (): number => get<number>('fact', 'threadCount') ?? 0,
    problems,
    config(): Config {
      const config = get<Config>('fact', 'config');
      if (!config) throw new Error(`The store ${file} has no configuration: it was not finished.`);
      return config;
    },
    /** Problems of one thread's files. */
    problemsOf: (slug: string): Diagnostic[] =>
      problems().filter(({ file }) => `${file}/`.includes(`/threads/${slug}/`)),
    slugs: (): ThreadSlug[] => rows('slugs').map((row) => row['slug'] as ThreadSlug),
    /** Of all threads, those with most votes first. */
    slugsByVotes: (): ThreadSlug[] => rows('slugsByVotes').map((row) => row['slug'] as ThreadSlug),
    thread: (slug: string) => get<RenderedThread>('thread', slug),
    summary: (slug: string) => get<ThreadSummary>('summary', slug),
    /** All threads, one at a time, by slug. */
    *threads(): Generator<RenderedThread> {
      if (recorded) throw new Error('A page that reads all threads cannot be recorded.');
      for (const row of statement('threads').iterate()) yield parse<RenderedThread>(row);
    },
    neighbours(slug: ThreadSlug): Neighbours {
      const near = get<{ duplicates: ThreadSlug[]; linked: ThreadSlug[]; related: ThreadSlug[] }>('neighbours', slug);
      const original = get<ThreadSummary>('summary', slug)?.duplicateOf;
      const duplicateOf = original && get<ThreadSummary>('summary', original);
      return {
        ...(duplicateOf ? { duplicateOf } : {}),
        duplicates: summaries(near?.duplicates ?? []),
        linked: summaries(near?.linked ?? []),
        related: summaries(near?.related ?? []),
      };
    },
    /** A page of a listing (`newest`, `top`, `active`, `unanswered`, `tag:<tag>`); pages are counted from 1. */
    listing(name: string, page: number, length: number): { threads: ThreadSummary[]; total: number } {
      return {
        threads: rows('listing', name, ...range(page, length)).map(parse<ThreadSummary>),
        total: size('listingSize', name),
      };
    },
    /** By the number of threads. */
    tags: (): Tag[] => rows('tags').map(parse<Tag>),
    /** A tag by the last part of its URL. */
    tagByFolder: (folder: string) => get<Tag>('tag', folder),
    /** By the number of posts. */
    authors: (page: number, length: number): { authors: Author[]; total: number } => ({
      authors: rows('authors', ...range(page, length)).map(parse<Author>),
      total: counts().authors,
    }),
    author: (handle: string) => get<Author>('author', handle),
    /** By votes. */
    authorPosts(handle: string, page: number, length: number): { posts: AuthorPost[]; total: number } {
      const posts = rows('authorPosts', handle, ...range(page, length)).map((row): AuthorPost => {
        const answer = row['answer'];
        return {
          thread: parse<ThreadSummary>(row),
          ...(typeof answer === 'string' ? { answer: JSON.parse(answer) as NonNullable<AuthorPost['answer']> } : {}),
        };
      });
      return { posts, total: size('authorPostsSize', handle) };
    },
    /** Notes everything that is read from now on until `stopRecording`. */
    startRecording(): void {
      recorded = { reads: [], hash: createHash('sha1') };
    },
    /** What was read since `startRecording`, and a digest of the answers. */
    stopRecording(): { reads: Read[]; answers: string } {
      const reads = recorded?.reads ?? [];
      const answers = recorded?.hash.digest('base64') ?? '';
      recorded = undefined;
      return { reads, answers };
    },
    /** A digest of what the same reads give now. */
    answersTo(reads: readonly Read[]): string {
      const hash = createHash('sha1');
      for (const read of reads) addRows(hash, ask(read));
      return hash.digest('base64');
    },
    close: () => {
      database.close();
    },
  };
}

function addRows(hash: Hash, rows: readonly Row[]): void {
  for (const row of rows) for (const value of Object.values(row)) hash.update(`${String(value)}\0`);
  hash.update('\n');
}

/** The store is written by this program alone, from values of these types: that is what makes the cast sound. */
function parse<T>(row: Row): T {
  return JSON.parse(String(row['data'])) as T;
}
