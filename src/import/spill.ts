import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ImportedAuthor, ImportedByline, ImportedTag, ImportedThread } from './model.ts';
import { openScratch } from './scratch-database.ts';

/** Where a post of the source is: in a thread and, unless it is the question, as which answer. */
export type PostPlace = { thread: string; answer: string | undefined };

/** What a platform has yielded, kept on disk until slugs are given and links can be resolved. */
export class Spill {
  readonly #database: DatabaseSync;
  readonly #close: () => void;
  readonly #addThread: StatementSync;
  readonly #addPost: StatementSync;
  readonly #addUsed: StatementSync;
  readonly #addUnwanted: StatementSync;
  readonly #getUnwanted: StatementSync;
  readonly #addAuthor: StatementSync;
  readonly #addTag: StatementSync;
  readonly #getPost: StatementSync;

  constructor() {
    const { database, close } = openScratch(`
      CREATE TABLE threads (id TEXT PRIMARY KEY, title TEXT, aliases TEXT, original TEXT, json TEXT);
      CREATE TABLE posts (id TEXT PRIMARY KEY, thread TEXT, answer TEXT) WITHOUT ROWID;
      CREATE TABLE unwanted (id TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE used (id TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE authors (id TEXT PRIMARY KEY, name TEXT, json TEXT);
      CREATE TABLE tags (name TEXT PRIMARY KEY, json TEXT)`);
    this.#database = database;
    this.#close = close;
    this.#addThread = database.prepare('INSERT OR IGNORE INTO threads VALUES (?, ?, ?, ?, ?)');
    this.#addPost = database.prepare('INSERT OR IGNORE INTO posts VALUES (?, ?, ?)');
    this.#addUsed = database.prepare('INSERT OR IGNORE INTO used VALUES (?)');
    this.#addUnwanted = database.prepare('INSERT OR IGNORE INTO unwanted VALUES (?)');
    this.#getUnwanted = database.prepare('SELECT 1 FROM unwanted WHERE id = ?');
    this.#addAuthor = database.prepare('INSERT OR IGNORE INTO authors VALUES (?, ?, ?)');
    this.#addTag = database.prepare('INSERT OR IGNORE INTO tags VALUES (?, ?)');
    this.#getPost = database.prepare('SELECT thread, answer FROM posts WHERE id = ?');
  }

  /**
   * @param answers name of the file of each answer, in the order of the thread's answers
   * @returns false if there is a thread with this id already
   */
  addThread(thread: ImportedThread, answers: readonly string[]): boolean {
    const { externalId, title, aliases, duplicateOf } = thread;
    if (
      this.#addThread.run(externalId, title, aliases.join('\n'), duplicateOf ?? null, JSON.stringify(thread))
        .changes === 0
    ) {
      return false;
    }
    this.#addPost.run(externalId, externalId, null);
    thread.answers.forEach((answer, index) => this.#addPost.run(answer.externalId, externalId, answers[index] ?? null));
    [thread.question, ...thread.answers].forEach((post, index) => {
      this.#use(post.author);
      for (const comment of post.comments) {
        this.#use(comment.author);
        if (comment.isPost) this.#addPost.run(comment.externalId, externalId, answers[index - 1] ?? null);
      }
    });
    return true;
  }

  /** Remembers that the source has a thread that is not selected. */
  addUnwanted(threadId: string): void {
    this.#addUnwanted.run(threadId);
  }

  isUnwanted(threadId: string): boolean {
    return this.#getUnwanted.get(threadId) !== undefined;
  }

  /** @returns false if there is an author with this id already */
  addAuthor(author: ImportedAuthor): boolean {
    return this.#addAuthor.run(author.externalId, author.name, JSON.stringify(author)).changes > 0;
  }

  /** @returns false if there is a tag of this name already */
  addTag(name: string, tag: ImportedTag): boolean {
    return this.#addTag.run(name, JSON.stringify(tag)).changes > 0;
  }

  /** What is needed of every thread before the first can be written. */
  *outlines(): Generator<{ id: string; title: string; aliases: string[]; duplicateOf: string | undefined }> {
    const rows = this.#database.prepare('SELECT id, title, aliases, original FROM threads').iterate();
    for (const { id, title, aliases, original } of rows) {
      yield {
        id: String(id),
        title: String(title),
        aliases: aliases === '' ? [] : String(aliases).split('\n'),
        duplicateOf: original === null ? undefined : String(original),
      };
    }
  }

  *threads(): Generator<ImportedThread> {
    yield* parsed<ImportedThread>(this.#database.prepare('SELECT json FROM threads').iterate());
  }

  /** Authors who wrote something in the threads that are here. */
  *usedAuthors(): Generator<ImportedAuthor> {
    yield* parsed<ImportedAuthor>(
      this.#database.prepare('SELECT json FROM authors WHERE id IN (SELECT id FROM used)').iterate(),
    );
  }

  countUnusedAuthors(): number {
    return Number(
      this.#database.prepare('SELECT count(*) AS count FROM authors WHERE id NOT IN (SELECT id FROM used)').get()?.[
        'count'
      ],
    );
  }

  *tags(): Generator<{ name: string; tag: ImportedTag }> {
    for (const { name, json } of this.#database.prepare('SELECT name, json FROM tags').iterate()) {
      yield { name: String(name), tag: JSON.parse(String(json)) as ImportedTag };
    }
  }

  placeOf(externalId: string): PostPlace | undefined {
    const row = this.#getPost.get(externalId);
    return row && { thread: String(row['thread']), answer: row['answer'] === null ? undefined : String(row['answer']) };
  }

  close(): void {
    this.#close();
  }

  #use({ externalId }: ImportedByline): void {
    if (externalId !== undefined) this.#addUsed.run(externalId);
  }
}

function* parsed<T>(rows: Iterable<Record<string, unknown>>): Generator<T> {
  for (const { json } of rows) yield JSON.parse(String(json)) as T;
}
