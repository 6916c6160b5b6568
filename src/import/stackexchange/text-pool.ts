import { WorkPool } from '../../parallel/work-pool.ts';
import type { Report } from '../report.ts';
import { createTextConverter, type ConvertedGroup, type TextGroup, type TextSettings } from './texts.ts';

/** Groups that go to a worker at once. */
const batchSize = 16;

/** The Markdown of a text by its id. */
export type TextOf = (id: string) => string;

/** Something whose texts are to be converted. */
export type WithTexts<T> = TextGroup & { thing: T };

/** Converts the texts of a dump side by side. What comes out, and its order, does not depend on how many do it. */
export class TextPool {
  readonly #pool: WorkPool<TextGroup[], ConvertedGroup[]>;
  readonly #report: Report;
  readonly #onConverted: (characters: number) => void;

  /** @param onConverted is told how many characters of the source are done since the last time */
  constructor(
    settings: TextSettings,
    jobs: number,
    report: Report,
    onConverted: (characters: number) => void = () => undefined,
  ) {
    this.#report = report;
    this.#onConverted = onConverted;
    const convert = createTextConverter(settings);
    const worker = new URL('./text-worker.ts', import.meta.url);
    this.#pool = new WorkPool({ worker, settings, work: (groups: TextGroup[]) => groups.map(convert) }, jobs);
  }

  /** Yields each thing with the Markdown of its texts, in the order in which they come. */
  async *convert<T>(things: Iterable<WithTexts<T>>): AsyncGenerator<{ thing: T; textOf: TextOf }> {
    for await (const { thing: batch, result } of this.#pool.map(batches(things))) {
      for (const [index, { thing, texts }] of batch.things.entries()) {
        const group = result[index];
        this.#report.take({ notes: group?.notes ?? [] });
        this.#onConverted(texts.reduce((sum, { html, typed = '' }) => sum + (html ?? typed).length, 0));
        const byId = new Map(texts.map(({ id }, at) => [id, group?.texts[at]]));
        yield { thing, textOf: (id) => byId.get(id) ?? '' };
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function* batches<T>(things: Iterable<WithTexts<T>>): Generator<{ things: WithTexts<T>[]; task: TextGroup[] }> {
  const batch = (part: WithTexts<T>[]) => ({
    things: part,
    task: part.map(({ id, texts }): TextGroup => ({ id, texts })),
  });
  let part: WithTexts<T>[] = [];
  for (const thing of things) {
    part.push(thing);
    if (part.length < batchSize) continue;
    yield batch(part);
    part = [];
  }
  if (part.length > 0) yield batch(part);
}
