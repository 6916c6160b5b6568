import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Countable, Report } from '../report.ts';
import { originalsOf, type CloseEvent } from './close-event.ts';
import { answer, question, type Attributes } from './dump-rows.ts';
import type { DumpFile } from './unpack.ts';
import type { Row } from './xml-rows.ts';

/** The tables that the rows of a dump are kept in. */
export const dumpTables = `
  CREATE TABLE posts (id INTEGER PRIMARY KEY, type TEXT, parent INTEGER, line INTEGER, json TEXT);
  CREATE TABLE history (post INTEGER PRIMARY KEY, date TEXT, id INTEGER, text TEXT);
  CREATE TABLE closed (post INTEGER PRIMARY KEY, date TEXT, json TEXT);
  CREATE TABLE comments (id INTEGER PRIMARY KEY, post INTEGER, line INTEGER, json TEXT);
  CREATE TABLE users (id INTEGER PRIMARY KEY, json TEXT);
  CREATE TABLE tags (name TEXT PRIMARY KEY, json TEXT);
  CREATE TABLE links (post INTEGER, related INTEGER, type TEXT)`;

/** Types of history that hold the whole text of a post: first written, edited, rolled back. */
const bodyTypes: ReadonlySet<string> = new Set(['2', '5', '8']);
const closed = '10';

/** A row whose ids are numbers, and where it stands. */
type NumberedRow = { id: number; row: Partial<Attributes>; line: number; place: string };

/** Puts rows of a dump into its tables and counts them; those that cannot be kept are reported. */
export class DumpWriter {
  readonly #report: Report;
  readonly #inserts: Readonly<Record<DumpFile | 'Closed', StatementSync>>;
  #textLength = 0;

  constructor(database: DatabaseSync, report: Report) {
    this.#report = report;
    const newer = 'WHERE excluded.date > date OR (excluded.date = date AND excluded.id > id)';
    this.#inserts = {
      Posts: database.prepare('INSERT OR IGNORE INTO posts VALUES (?, ?, ?, ?, ?)'),
      PostHistory: database.prepare(
        `INSERT INTO history VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET date = excluded.date, id = excluded.id, text = excluded.text ${newer}`,
      ),
      Closed: database.prepare(
        'INSERT INTO closed VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET date = excluded.date, json = excluded.json WHERE excluded.date > date',
      ),
      Comments: database.prepare('INSERT OR IGNORE INTO comments VALUES (?, ?, ?, ?)'),
      Users: database.prepare('INSERT OR IGNORE INTO users VALUES (?, ?)'),
      Tags: database.prepare('INSERT OR IGNORE INTO tags VALUES (?, ?)'),
      PostLinks: database.prepare('INSERT INTO links VALUES (?, ?, ?)'),
    };
  }

  /** How many characters of posts, comments and biographies were added. */
  get textLength(): number {
    return this.#textLength;
  }

  add(file: DumpFile, { attributes: row, line }: Row): void {
    const place = `${file}.xml:${line}`;
    const wrong = ['Id', 'PostId', 'ParentId', 'RelatedPostId'].find((name) => !/^-?\d{1,15}$/.test(row[name] ?? '0'));
    if (row['Id'] === undefined || wrong !== undefined) {
      const why = wrong ? `${wrong} is ${JSON.stringify(row[wrong])}, not a number` : 'has no Id';
      this.#report.problem('bad-id', place, `${why}; the row is left out`);
      return;
    }
    if (file !== 'PostHistory') this.#textLength += (row['Body'] ?? row['Text'] ?? row['AboutMe'] ?? '').length;
    this.#adders[file]({ id: Number(row['Id']), row, line, place });
  }

  readonly #adders: Readonly<Record<DumpFile, (row: NumberedRow) => void>> = {
    Posts: ({ id, row, line, place }) => {
      const type = row['PostTypeId'] ?? '';
      const what = type === question ? 'threads' : type === answer ? 'answers' : undefined;
      if (what) this.#report.read(what);
      const parent = type === answer && row['ParentId'] !== undefined ? Number(row['ParentId']) : null;
      if (type === '') this.#report.problem('no-type', place, `post ${id} has no PostTypeId; it is left out`);
      else {
        const { changes } = this.#inserts.Posts.run(id, type, parent, line, JSON.stringify(row));
        this.#reportSecond(changes, place, `post has the id ${id}`, what);
      }
    },
    PostHistory: ({ id, row }) => {
      const type = row['PostHistoryTypeId'] ?? '';
      const post = Number(row['PostId']);
      const date = row['CreationDate'] ?? '';
      if (bodyTypes.has(type)) this.#inserts.PostHistory.run(post, date, id, row['Text'] ?? '');
      else if (type === closed) {
        const event: CloseEvent = { reason: row['Comment'], originals: originalsOf(row['Text']) };
        this.#inserts.Closed.run(post, date, JSON.stringify(event));
      }
    },
    Comments: ({ id, row, line, place }) => {
      this.#report.read('comments');
      const { changes } = this.#inserts.Comments.run(id, Number(row['PostId'] ?? -1), line, JSON.stringify(row));
      this.#reportSecond(changes, place, `comment has the id ${id}`, 'comments');
    },
    Users: ({ id, row, place }) => {
      this.#report.read('authors');
      const { changes } = this.#inserts.Users.run(id, JSON.stringify(row));
      this.#reportSecond(changes, place, `user has the id ${id}`, 'authors');
    },
    Tags: ({ row, place }) => {
      this.#report.read('tags');
      const { changes } = this.#inserts.Tags.run(row['TagName'] ?? '', JSON.stringify(row));
      this.#reportSecond(changes, place, `tag has the name ${row['TagName']}`, 'tags');
    },
    PostLinks: ({ row }) => {
      const { PostId = -1, RelatedPostId = -1, LinkTypeId = '' } = row;
      this.#inserts.PostLinks.run(Number(PostId), Number(RelatedPostId), LinkTypeId);
    },
  };

  #reportSecond(changes: number | bigint, place: string, which: string, what: Countable | undefined): void {
    if (changes === 0) this.#report.problem('same-id', place, `a second ${which}; the first is kept`, what);
  }
}
