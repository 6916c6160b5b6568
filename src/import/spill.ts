import type { StatementSync } from 'node:sqlite';
import type { ImportedAuthor, ImportedByline, ImportedTag, ImportedThread } from './model.ts';
import { openScratch } from './scratch-database.ts';

/** What is needed of every thread before the first can be written. */
export type Outline = { id: string; title: string; aliases: string[]; duplicateOf: string | undefined };

/**
 * Names for all that has been read: folders of threads (also of such as are only in the content) and files of authors by their ids,
 * which threads may not be duplicates, and which aliases belong to what else is in the archive.
 */
export type PlannedNames = {
  slugs: Iterable<[string, string]>;
  handles: Iterable<[string, string]>;
  cut: Iterable<string>;
  takenAliases: Iterable<[string, string]>;
};

/** What a platform has yielded, kept on disk until slugs are given and links can be resolved; `SpillReader` reads it then. */
export class Spill {
  readonly #scratch = openScratch(`
    CREATE TABLE threads (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, aliases TEXT, original TEXT, json TEXT);
    CREATE TABLE posts (id TEXT PRIMARY KEY, thread TEXT, answer TEXT) WITHOUT ROWID;
    CREATE TABLE unwanted (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE used (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE authors (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, json TEXT);
    CREATE TABLE tags (name TEXT PRIMARY KEY, json TEXT);
    CREATE TABLE slugs (thread TEXT PRIMARY KEY, slug TEXT) WITHOUT ROWID;
    CREATE TABLE handles (author TEXT PRIMARY KEY, handle TEXT) WITHOUT ROWID;
    CREATE TABLE cut (thread TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE taken (alias TEXT PRIMARY KEY, owner TEXT) WITHOUT ROWID`);
  readonly #addThread = this.#prepare(
    'INSERT OR IGNORE INTO threads (id, title, aliases, original, json) VALUES (?, ?, ?, ?, ?)',
  );
  readonly #addPost = this.#prepare('INSERT OR IGNORE INTO posts VALUES (?, ?, ?)');
  readonly #addUsed = this.#prepare('INSERT OR IGNORE INTO used VALUES (?)');
  readonly #addUnwanted = this.#prepare('INSERT OR IGNORE INTO unwanted VALUES (?)');
  readonly #getUnwanted = this.#prepare('SELECT 1 FROM unwanted WHERE id = ?');
  readonly #addAuthor = this.#prepare('INSERT OR IGNORE INTO authors (id, name, json) VALUES (?, ?, ?)');
  readonly #addTag = this.#prepare('INSERT OR IGNORE INTO tags VALUES (?, ?)');
  readonly #getThread = this.#prepare('SELECT thread FROM posts WHERE id = ?');
  readonly #known = new Set<string>();
  #posts = 0;

  get path(): string {
    return this.#scratch.path;
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
    this.#posts += 1 + thread.answers.length;
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

  *outlines(): Generator<Outline> {
    for (const { id, title, aliases, original } of this.#prepare(
      'SELECT id, title, aliases, original FROM threads',
    ).iterate()) {
      yield {
        id: String(id),
        title: String(title),
        aliases: aliases === '' ? [] : String(aliases).split('\n'),
        duplicateOf: original === null ? undefined : String(original),
      };
    }
  }

  /** The thread that a post is in. */
  threadOf(externalId: string): string | undefined {
    const row = this.#getThread.get(externalId);
    return row && String(row['thread']);
  }

  /** Authors who wrote something in the threads that are here. */
  *usedAuthors(): Generator<{ externalId: string; name: string }> {
    for (const { id, name } of this.#prepare(
      'SELECT id, name FROM authors WHERE id IN (SELECT id FROM used)',
    ).iterate()) {
      yield { externalId: String(id), name: String(name) };
    }
  }

  /** How many files threads and authors will have, without tags and pictures. */
  countFiles(): number {
    const authors = 'SELECT count(*) AS count FROM authors WHERE id IN (SELECT id FROM used)';
    return this.#posts + Number(this.#prepare(authors).get()?.['count']);
  }

  countUnusedAuthors(): number {
    return Number(
      this.#prepare('SELECT count(*) AS count FROM authors WHERE id NOT IN (SELECT id FROM used)').get()?.['count'],
    );
  }

  *tags(): Generator<{ name: string; tag: ImportedTag }> {
    for (const { name, json } of this.#prepare('SELECT name, json FROM tags').iterate()) {
      yield { name: String(name), tag: JSON.parse(String(json)) as ImportedTag };
    }
  }

  /** Keeps what was decided of names, and lets `SpillReader` read everything; nothing can be added afterwards. */
  share({ slugs, handles, cut, takenAliases }: PlannedNames): void {
    const addSlug = this.#prepare('INSERT INTO slugs VALUES (?, ?)');
    for (const [thread, slug] of slugs) addSlug.run(thread, slug);
    const addHandle = this.#prepare('INSERT INTO handles VALUES (?, ?)');
    for (const [author, handle] of handles) addHandle.run(author, handle);
    const addCut = this.#prepare('INSERT INTO cut VALUES (?)');
    for (const thread of cut) addCut.run(thread);
    const addTaken = this.#prepare('INSERT OR IGNORE INTO taken VALUES (?, ?)');
    for (const [alias, owner] of [...takenAliases]) addTaken.run(alias, owner);
    this.#scratch.share();
  }

  close(): void {
    this.#scratch.close();
  }

  #prepare(query: string): StatementSync {
    return this.#scratch.database.prepare(query);
  }

  #use({ externalId }: ImportedByline): void {
    if (externalId === undefined || this.#known.has(externalId)) return;
    this.#addUsed.run(externalId);
    // Most write again soon; who wrote long ago may be asked for once more.
    if (this.#known.size > 5000) this.#known.clear();
    this.#known.add(externalId);
  }
}
