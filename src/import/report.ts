import { compareIds } from './slugs.ts';

/** The things that an import counts. */
export type Countable = 'threads' | 'answers' | 'comments' | 'authors' | 'tags';

/** How a note weighs: `problem` is broken input (exit code 1), `left-out` did not come over, `changed` came over differently, `info` is neither. */
export type NoteLevel = 'problem' | 'left-out' | 'changed' | 'info';

/** One entry of the report. */
export type ImportNote = {
  level: NoteLevel;
  /** Short name of what happened, the same for every case of it: `no-author`. */
  kind: string;
  /** Id of the post, comment, author or tag on the source, or a file with its position. */
  id: string;
  message: string;
};

type FileTally = { written: number; unchanged: number; kept: number };
type Tallies = Record<Countable, { read: number; arrived: number; leftOut: Record<string, number> }>;

/** All that a report holds, in a form in which another thread of execution can send it. */
export type ReportParts = { notes: readonly ImportNote[]; files?: FileTally; tallies?: Tallies };

export const countables: readonly Countable[] = ['threads', 'answers', 'comments', 'authors', 'tags'];

/**
 * Counts what goes into an import and what comes out, so that nothing can be lost without being named. What is read is
 * counted where it is read; what arrives is counted where it is written; `balance` holds one against the other.
 */
export class Report {
  readonly notes: ImportNote[] = [];
  readonly files: FileTally = { written: 0, unchanged: 0, kept: 0 };
  readonly #tallies: Tallies = forEach(() => ({ read: 0, arrived: 0, leftOut: {} }));

  /** Counts things met in the source, whether or not they will come over. */
  read(what: Countable, count = 1): void {
    this.#tallies[what].read += count;
  }

  /** Counts things that are now in the archive (or would be, in a dry run). */
  arrived(what: Countable, count = 1): void {
    this.#tallies[what].arrived += count;
  }

  /** Something that was read does not come over. */
  leaveOut(what: Countable, kind: string, id: string, message: string): void {
    this.#countLeftOut(what, kind);
    this.#note('left-out', kind, id, message);
  }

  /** The same for many at once, where a line for each would only repeat a rule: `--min-votes`. */
  leaveOutMany(what: Countable, kind: string, count: number): void {
    if (count > 0) this.#countLeftOut(what, kind, count);
  }

  /** The source is broken here; `id` is a file with line and column where that is known. If a thing is lost by it, name it. */
  problem(kind: string, id: string, message: string, lost?: Countable): void {
    if (lost) this.#countLeftOut(lost, kind);
    this.#note('problem', kind, id, message);
  }

  /** Something comes over, but not as it was. */
  changed(kind: string, id: string, message: string): void {
    this.#note('changed', kind, id, message);
  }

  /** Something a curator should know. */
  info(kind: string, id: string, message: string): void {
    this.#note('info', kind, id, message);
  }

  get parts(): ReportParts {
    return { notes: this.notes, files: this.files, tallies: this.#tallies };
  }

  /** Takes over what another report holds. */
  take({ notes, files, tallies }: ReportParts): void {
    for (const note of notes) this.notes.push(note);
    for (const key of ['written', 'unchanged', 'kept'] as const) this.files[key] += files?.[key] ?? 0;
    if (!tallies) return;
    for (const what of countables) {
      const { read, arrived, leftOut } = tallies[what];
      this.read(what, read);
      this.arrived(what, arrived);
      for (const [kind, count] of Object.entries(leftOut)) this.#countLeftOut(what, kind, count);
    }
  }

  get hasProblems(): boolean {
    return this.notes.some((note) => note.level === 'problem');
  }

  /** For each thing of which what went in is not what came out and what was named as left out: a sentence. Empty if all is well. */
  balance(): string[] {
    return countables.flatMap((what) => {
      const { read, arrived, leftOut } = this.#tallies[what];
      const named = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
      return read === arrived + named
        ? []
        : [`${what}: ${read} read, but ${arrived} arrived and ${named} are named as left out.`];
    });
  }

  /** The figures: what was read, written and left out, files, and how often each kind of note occurs. */
  summary() {
    const kinds: Record<string, number> = {};
    for (const { level, kind } of this.notes) kinds[`${level}: ${kind}`] = (kinds[`${level}: ${kind}`] ?? 0) + 1;
    return {
      counts: forEach((what) => {
        const { read, arrived, leftOut } = this.#tallies[what];
        return { read, leftOut, written: arrived };
      }),
      files: this.files,
      balance: this.balance(),
      kinds: Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => compareText(a, b))),
    };
  }

  /** The text of `import-report.json` in pieces: the summary, and the notes, one a line, in an order that does not depend on the run. */
  *toText(): Generator<string> {
    yield `${JSON.stringify(this.summary(), null, 2).slice(0, -2)},\n  "notes": [`;
    const notes = this.notes.toSorted(
      (a, b) =>
        compareText(a.level, b.level) ||
        compareText(a.kind, b.kind) ||
        compareIds(a.id, b.id) ||
        compareText(a.message, b.message),
    );
    for (const [index, note] of notes.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(note)}`;
    yield '\n  ]\n}\n';
  }

  #countLeftOut(what: Countable, kind: string, count = 1): void {
    const { leftOut } = this.#tallies[what];
    leftOut[kind] = (leftOut[kind] ?? 0) + count;
  }

  #note(level: NoteLevel, kind: string, id: string, message: string): void {
    this.notes.push({ level, kind, id, message });
  }
}

function forEach<T>(make: (what: Countable) => T): Record<Countable, T> {
  return Object.fromEntries(countables.map((what) => [what, make(what)])) as Record<Countable, T>;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
