import type { Report } from '../report.ts';
import { openScratch } from '../scratch-database.ts';
import type { CloseEvent } from './close-event.ts';
import { answer, question, type Attributes, type Post, type PostRows, type ThreadRows } from './dump-rows.ts';
import { dumpTables, DumpWriter } from './dump-writer.ts';
import { dumpFiles, type SizedFile } from './unpack.ts';
import { xmlRows } from './xml-rows.ts';

/** A dump in a scratch database, so that the rows that belong together, which lie apart in its files, can be read together. */
export class Dump {
  readonly #report: Report;
  readonly #database;
  readonly #close;
  readonly #writer: DumpWriter;
  readonly #selects;

  constructor(report: Report) {
    this.#report = report;
    const { database, close } = openScratch(dumpTables);
    this.#database = database;
    this.#close = close;
    this.#writer = new DumpWriter(database, report);
    this.#selects = {
      post: database.prepare('SELECT id, json, line FROM posts WHERE id = ?'),
      answers: database.prepare(`SELECT id, json, line FROM posts WHERE parent = ? AND type = '${answer}' ORDER BY id`),
      comments: database.prepare('SELECT id, json FROM comments WHERE post = ? ORDER BY id'),
      history: database.prepare('SELECT text FROM history WHERE post = ?'),
      closed: database.prepare('SELECT json FROM closed WHERE post = ?'),
      user: database.prepare('SELECT json FROM users WHERE id = ?'),
      duplicates: database.prepare("SELECT DISTINCT related FROM links WHERE post = ? AND type = '3' ORDER BY related"),
    };
  }

  /** How many characters of posts, comments and biographies there are to convert. */
  get textLength(): number {
    return this.#writer.textLength;
  }

  /** Reads the files of a dump and counts what is in them. */
  async load(files: readonly SizedFile[], progress: (done: number, total: number) => void): Promise<void> {
    for (const file of dumpFiles) {
      if (file !== 'PostHistory' && !files.some((other) => other.file === file))
        this.#report.info('no-file', `${file}.xml`, 'is not in the dump');
    }
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const { file, path } of files) {
      for await (const rows of xmlRows(path, this.#report, (bytes) => progress((done += bytes), total))) {
        for (const row of rows) this.#writer.add(file, row);
      }
    }
    this.#database.exec(
      'CREATE INDEX answers ON posts (parent) WHERE parent IS NOT NULL; CREATE INDEX commented ON comments (post); CREATE INDEX linked ON links (post);',
    );
  }

  *questions(): Generator<Post> {
    yield* posts(
      this.#database.prepare(`SELECT id, json, line FROM posts WHERE type = '${question}' ORDER BY id`).iterate(),
    );
  }

  /** Every question with its answers, by their ids. */
  *threads(): Generator<ThreadRows> {
    for (const question of this.questions()) {
      const answers = [...posts(this.#selects.answers.all(question.id))];
      yield { question: this.#withRows(question), answers: answers.map((answer) => this.#withRows(answer)) };
    }
  }

  post(id: number): Post | undefined {
    return [...posts(this.#selects.post.all(id))][0];
  }

  /** The newest Markdown of a post, if its history is in the dump. */
  markdown(post: number): string | undefined {
    const row = this.#selects.history.get(post);
    return row && String(row['text']);
  }

  closeEvent(post: number): CloseEvent | undefined {
    const row = this.#selects.closed.get(post);
    return row && (JSON.parse(String(row['json'])) as CloseEvent);
  }

  user(id: number): Attributes | undefined {
    const row = this.#selects.user.get(id);
    return row && attributes(row['json']);
  }

  duplicates(post: number): string[] {
    return this.#selects.duplicates.all(post).map(({ related }) => String(related));
  }

  *users(): Generator<{ id: string; attributes: Attributes }> {
    for (const { id, json } of this.#database.prepare('SELECT id, json FROM users ORDER BY id').iterate()) {
      yield { id: String(id), attributes: attributes(json) };
    }
  }

  *tags(): Generator<{ name: string; attributes: Attributes }> {
    for (const { name, json } of this.#database.prepare('SELECT name, json FROM tags ORDER BY name').iterate()) {
      yield { name: String(name), attributes: attributes(json) };
    }
  }

  /** Answers without their question, and comments without their post. */
  *orphans(): Generator<{ what: 'answers' | 'comments'; id: string; parent: string; line: number }> {
    const isThread = `type IN ('${question}', '${answer}')`;
    const lost = `SELECT id FROM posts WHERE type = '${answer}' AND (parent IS NULL OR parent NOT IN (SELECT id FROM posts WHERE type = '${question}'))`;
    const query = `
      SELECT 'answers' AS what, id, parent, line FROM posts WHERE id IN (${lost})
      UNION ALL
      SELECT 'comments', id, post, line FROM comments WHERE post NOT IN (SELECT id FROM posts WHERE ${isThread}) OR post IN (${lost})`;
    for (const { what, id, parent, line } of this.#database.prepare(query).iterate()) {
      yield {
        what: what === 'answers' ? 'answers' : 'comments',
        id: String(id),
        parent: String(parent ?? 'nothing'),
        line: Number(line),
      };
    }
  }

  /** How many links of PostLinks.xml are mere mentions. */
  countMentions(): number {
    return Number(this.#database.prepare("SELECT count(*) AS count FROM links WHERE type = '1'").get()?.['count']);
  }

  countQuestions(): number {
    return Number(
      this.#database.prepare(`SELECT count(*) AS count FROM posts WHERE type = '${question}'`).get()?.['count'],
    );
  }

  /** Posts that are neither of a thread nor of a tag, by type. */
  otherPosts(): { type: string; count: number }[] {
    return this.#database
      .prepare(`SELECT type, count(*) AS count FROM posts WHERE type NOT IN ('1', '2', '4', '5') GROUP BY type`)
      .all()
      .map(({ type, count }) => ({ type: String(type), count: Number(count) }));
  }

  close(): void {
    this.#close();
  }

  #withRows(post: Post): PostRows {
    const comments = this.#selects.comments
      .all(post.id)
      .map(({ id, json }) => ({ id: Number(id), attributes: attributes(json) }));
    return { ...post, typed: this.markdown(post.id), comments };
  }
}

function attributes(json: unknown): Attributes {
  return JSON.parse(String(json)) as Attributes;
}

function* posts(rows: Iterable<Record<string, unknown>>): Generator<Post> {
  for (const { id, json, line } of rows) yield { id: Number(id), attributes: attributes(json), line: Number(line) };
}
