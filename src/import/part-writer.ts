import { authorFile } from './author-file.ts';
import { Journal } from './journal.ts';
import { KnownFiles } from './known-files.ts';
import type { LocalPictures, PictureSettings } from './local-pictures.ts';
import type { Seen } from './manifest.ts';
import type { Names, PostAddresses } from './names.ts';
import { Report, type ReportParts } from './report.ts';
import { SpillReader, type Range } from './spill-reader.ts';
import { threadFiles } from './thread-files.ts';
import { ThreadPictures } from './thread-pictures.ts';
import { Writer, type WriterOptions } from './write.ts';

/** What whoever writes files has to know, in a form in which another thread of execution can be told. */
export type WritingSettings = WriterOptions & {
  /** Paths of the shared databases. */
  spill: string;
  known: string;
  /** The word for the platform, and the source as the manifest calls it. */
  platform: string;
  scope: string;
  pictures?: PictureSettings | undefined;
};

/** A part of what is to be written. */
export type Part = Range & { what: 'threads' | 'authors' };
/** What became of it. */
export type WrittenPart = { files: Seen[]; report: ReportParts };

/** Writes the files of threads and authors, a range of them at a time. It remembers nothing from one to the next. */
export class PartWriter {
  readonly #settings: WritingSettings;
  readonly #spill: SpillReader;
  readonly #known: KnownFiles;
  readonly #journal: Journal;
  readonly #writer: Writer;
  readonly #names: Names;
  readonly #pictures: LocalPictures | undefined;

  /** @param lane which of those who write side by side this one is */
  constructor(settings: WritingSettings, addresses: PostAddresses, pictures: LocalPictures | undefined, lane: number) {
    const { spill, known, contentDir } = settings;
    this.#settings = settings;
    this.#spill = new SpillReader(spill);
    this.#known = new KnownFiles(known);
    this.#journal = new Journal(contentDir, lane);
    this.#writer = new Writer(this.#known, this.#journal, settings);
    this.#names = this.#spill.names(addresses);
    this.#pictures = pictures;
  }

  get names(): Names {
    return this.#names;
  }

  get writer(): Writer {
    return this.#writer;
  }

  /** How many threads or authors there are to be written; some authors may have written nothing. */
  count(what: Part['what']): number {
    return this.#spill.last(what);
  }

  write(part: Part): WrittenPart {
    const report = new Report();
    const files = part.what === 'threads' ? this.#threads(part, report) : this.#authors(part, report);
    return { files, report: report.parts };
  }

  close(): void {
    this.#journal.close();
    this.#known.close();
    this.#spill.close();
  }

  #threads(range: Range, report: Report): Seen[] {
    const seen: Seen[] = [];
    for (const thread of this.#spill.threads(range)) {
      const slug = this.#names.slugOf(thread.externalId);
      if (slug === undefined) continue;
      const from = `${this.#settings.scope} ${thread.externalId}`;
      const pictures = this.#pictures && new ThreadPictures(this.#pictures, report);
      seen.push(...this.#writer.write(threadFiles(thread, slug, this.#names, report, pictures), report, from));
      for (const picture of pictures?.files(slug) ?? []) seen.push(...this.#writer.write([picture], report, from));
      report.arrived('threads');
      report.arrived('answers', thread.answers.length);
    }
    return seen;
  }

  #authors(range: Range, report: Report): Seen[] {
    const seen: Seen[] = [];
    for (const author of this.#spill.authors(range)) {
      const handle = this.#names.handleOf(author.externalId);
      if (handle === undefined) continue;
      const from = `${this.#settings.scope} ${author.externalId}`;
      seen.push(...this.#writer.write([authorFile(handle, author, report)], report, from));
      report.arrived('authors');
    }
    return seen;
  }
}
