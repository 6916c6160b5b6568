import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { AuthorReference } from '../core/schema/fields.ts';
import { anonymous } from '../core/ids.ts';
import type { ExportedFile, ExportedLine } from '../core/schema/exported.ts';
import { bytesOf } from './exported-file.ts';
import { countLine, noCounts, type ExportCounts } from './counts.ts';
import { readArchive, type ReadOptions } from './read-archive.ts';
import { finishing, tables } from './sqlite-tables.ts';

type Thread = Extract<ExportedLine, { kind: 'thread' }>;
type Question = NonNullable<Thread['question']>;
type Answer = Thread['answers'][number];
type Insert = (table: string, row: Record<string, string | number | Uint8Array | null | undefined>) => number;

/**
 * Writes an archive as an SQLite database. Threads, posts, comments, tags and authors are rows; the files themselves are in `files`.
 * Handles and tags without a file of their own are rows too, so that foreign keys hold. The database is there when it is
 * whole, not before.
 */
export function exportSqlite(out: string, options: ReadOptions): ExportCounts {
  const temporary = `${out}.new`;
  rmSync(temporary, { force: true });
  const database = new DatabaseSync(temporary, { enableForeignKeyConstraints: false });
  const counts = noCounts();
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;');
    database.exec(tables);
    database.exec('BEGIN');
    const insert = inserter(database);
    for (const line of readArchive(options)) {
      addLine(line, insert);
      countLine(counts, line);
    }
    dropDangling(database, options);
    database.exec(finishing);
    database.exec('COMMIT; ANALYZE;');
    database.close();
  } catch (error) {
    database.close();
    rmSync(temporary, { force: true });
    throw error;
  }
  renameSync(temporary, out);
  return counts;
}

/** Makes the function that adds a row, or leaves the row that is there, and returns its number. */
function inserter(database: DatabaseSync): Insert {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (table, row) => {
    const names = Object.keys(row);
    const key = `${table} (${names.join(', ')})`;
    let statement = statements.get(key);
    if (!statement) {
      statement = database.prepare(`INSERT OR IGNORE INTO ${key} VALUES (${names.map(() => '?').join(', ')})`);
      statements.set(key, statement);
    }
    return Number(statement.run(...Object.values(row).map((value) => value ?? null)).lastInsertRowid);
  };
}

function addLine(line: ExportedLine, insert: Insert): void {
  if (line.kind === 'archive') return;
  for (const file of line.files) addFile(file, insert);
  if (line.kind === 'tag' && line.tag) {
    const { title, description, synonyms, body } = line.tag;
    insert('tags', { name: line.name, title, description, wiki: body });
    for (const synonym of synonyms) insert('tag_synonyms', { synonym, tag: line.name });
  } else if (line.kind === 'author' && line.author) {
    const { name, url, links, body } = line.author;
    insert('authors', { handle: line.handle, name, url, biography: body });
    links.forEach((link, position) => insert('author_links', { author: line.handle, position, ...link }));
  } else if (line.kind === 'thread' && line.question) addThread(line.slug, line.question, line.answers, insert);
}

function addFile(file: ExportedFile, insert: Insert): void {
  insert('files', {
    path: file.path,
    text: 'text' in file ? file.text : null,
    bytes: 'text' in file ? null : bytesOf(file),
  });
}

function addThread(slug: string, question: Question, answers: readonly Answer[], insert: Insert): void {
  const { title, status, closedReason, accepted, duplicateOf, lang, tags, aliases } = question;
  insert('threads', { slug, title, status, closed_reason: closedReason, accepted, duplicate_of: duplicateOf, lang });
  tags.forEach((tag, position) => {
    insert('tags', { name: tag });
    insert('thread_tags', { thread: slug, tag, position });
  });
  for (const alias of aliases) insert('thread_aliases', { thread: slug, alias });
  addPost(slug, { title, answer_id: null, accepted: 0 }, question, insert);
  for (const answer of answers)
    addPost(slug, { title: null, answer_id: answer.id, accepted: answer.id === accepted ? 1 : 0 }, answer, insert);
}

function addPost(
  thread: string,
  own: { title: string | null; answer_id: string | null; accepted: number },
  post: Question | Answer,
  insert: Insert,
): void {
  const { author, votes, date, edited, license, source, body, comments } = post;
  const id = insert('posts', {
    thread,
    ...own,
    ...authorColumns(author, insert),
    votes,
    date,
    edited,
    license,
    source_site: source?.site,
    source_url: source?.url,
    source_id: source?.id,
    source_retrieved: source?.retrieved,
    body,
  });
  comments.forEach((comment, position) => {
    insert('comments', {
      post: id,
      position,
      ...authorColumns(comment.author, insert),
      date: comment.date,
      votes: comment.votes,
      text: comment.text,
    });
  });
}

/** A handle is a row of `authors`; who has none is a name in the row itself; `anonymous` is nobody. */
function authorColumns(author: AuthorReference, insert: Insert) {
  if (author === anonymous) return { author: null, author_name: null, author_url: null };
  if (typeof author !== 'string') return { author: null, author_name: author.name, author_url: author.url };
  insert('authors', { handle: author, name: author });
  return { author, author_name: null, author_url: null };
}

/** A reference to a thread that is not there breaks the foreign key: it goes, and is reported. */
function dropDangling(database: DatabaseSync, { contentName, report }: ReadOptions): void {
  const dangling = database
    .prepare('SELECT slug, duplicate_of FROM threads WHERE duplicate_of NOT IN (SELECT slug FROM threads)')
    .all();
  for (const { slug, duplicate_of } of dangling) {
    report({
      file: `${contentName}/threads/${String(slug)}/question.md`,
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'dangling-duplicate',
      message: `duplicateOf names ${String(duplicate_of)}, which does not exist, so it is not in the database`,
    });
  }
  database.exec('UPDATE threads SET duplicate_of = NULL WHERE duplicate_of NOT IN (SELECT slug FROM threads)');
}
