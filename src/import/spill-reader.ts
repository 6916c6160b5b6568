import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ImportedAuthor, ImportedThread } from './model.ts';
import type { PostPlace } from './local-links.ts';
import type { Names, PostAddresses } from './names.ts';
import { readScratch } from './scratch-database.ts';

/** From which number to which, both included. */
export type Range = { from: number; to: number };

/** Reads what a `Spill` holds, in any thread, once it is shared. */
export class SpillReader {
  readonly #database: DatabaseSync;
  readonly #threads: StatementSync;
  readonly #authors: StatementSync;
  readonly #post: StatementSync;
  readonly #slug: StatementSync;
  readonly #handle: StatementSync;
  readonly #cut: StatementSync;
  readonly #taken: StatementSync;

  constructor(path: string) {
    const database = readScratch(path);
    this.#database = database;
    this.#threads = database.prepare('SELECT json FROM threads WHERE number BETWEEN ? AND ? ORDER BY number');
    this.#authors = database.prepare(
      'SELECT json FROM authors WHERE number BETWEEN ? AND ? AND id IN (SELECT id FROM used) ORDER BY number',
    );
    this.#post = database.prepare('SELECT thread, answer FROM posts WHERE id = ?');
    this.#slug = database.prepare('SELECT slug FROM slugs WHERE thread = ?');
    this.#handle = database.prepare('SELECT handle FROM handles WHERE author = ?');
    this.#cut = database.prepare('SELECT 1 FROM cut WHERE thread = ?');
    this.#taken = database.prepare('SELECT owner FROM taken WHERE alias = ?');
  }

  *threads({ from, to }: Range): Generator<ImportedThread> {
    for (const { json } of this.#threads.iterate(from, to)) yield JSON.parse(String(json)) as ImportedThread;
  }

  /** Those who wrote something. */
  *authors({ from, to }: Range): Generator<ImportedAuthor> {
    for (const { json } of this.#authors.iterate(from, to)) yield JSON.parse(String(json)) as ImportedAuthor;
  }

  /** How many numbers threads and authors have. */
  last(what: 'threads' | 'authors'): number {
    return Number(this.#database.prepare(`SELECT max(number) AS last FROM ${what}`).get()?.['last'] ?? 0);
  }

  names({ postOfUrl, postAddress }: PostAddresses): Names {
    const slugOf = (thread: string) => textOf(this.#slug.get(thread)?.['slug']);
    return {
      postOfUrl,
      postAddress,
      slugOf,
      placeOf: (id): PostPlace | undefined => {
        const row = this.#post.get(id);
        if (row) return { thread: String(row['thread']), answer: textOf(row['answer']) };
        // Of an earlier import, and still in the content: links lead to it also if it is not in this one.
        return slugOf(id) === undefined ? undefined : { thread: id, answer: undefined };
      },
      handleOf: (author) => textOf(this.#handle.get(author)?.['handle']),
      mayBeDuplicate: (thread) => this.#cut.get(thread) === undefined,
      ownerOfAlias: (alias) => textOf(this.#taken.get(alias)?.['owner']),
    };
  }

  close(): void {
    this.#database.close();
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
