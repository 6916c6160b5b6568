import { setImmediate as turn } from 'node:timers/promises';
import type { Report } from '../report.ts';
import { TextWorkerLane } from './text-worker-lane.ts';
import { createTextConverter, type ConvertedGroup, type TextGroup, type TextSettings } from './texts.ts';

/** Groups that go to a worker at once. */
const batchSize = 16;
/** Batches that a worker has at most: those in work and those that wait. */
const ahead = 3;
/** Batches that may be done before the one that is due. */
const room = 24;

/** The Markdown of a text by its id. */
export type TextOf = (id: string) => string;

/** Something whose texts are to be converted. */
export type WithTexts<T> = TextGroup & { thing: T };

type Batch<T> = { things: WithTexts<T>[]; converted: Promise<ConvertedGroup[]> | ConvertedGroup[] };

/** Converts the texts of a dump side by side. What comes out, and its order, does not depend on how many do it. */
export class TextPool {
  readonly #lanes: readonly TextWorkerLane[];
  readonly #convert: (group: TextGroup) => ConvertedGroup;
  readonly #report: Report;

  /** @param jobs how many convert: this thread, which takes a batch when all workers have enough, and workers beside it */
  constructor(settings: TextSettings, jobs: number, report: Report) {
    this.#report = report;
    this.#convert = createTextConverter(settings);
    this.#lanes = Array.from({ length: jobs - 1 }, () => new TextWorkerLane(settings));
  }

  /** Yields each thing with the Markdown of its texts, in the order in which they come. */
  async *convert<T>(things: Iterable<WithTexts<T>>): AsyncGenerator<{ thing: T; textOf: TextOf }> {
    const batches: Batch<T>[] = [];
    for (const part of inParts(things, this.#lanes.length === 0 ? 1 : batchSize)) {
      const groups = part.map(({ id, texts }): TextGroup => ({ id, texts }));
      const lane = this.#lanes.find(({ waiting }) => waiting < ahead);
      batches.push({ things: part, converted: lane ? lane.convert(groups) : groups.map(this.#convert) });
      // Only here the answers of workers arrive.
      if (this.#lanes.length > 0) await turn();
      while (batches.length > room || Array.isArray(batches[0]?.converted)) yield* this.#finish(batches.shift());
    }
    while (batches.length > 0) yield* this.#finish(batches.shift());
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }

  async *#finish<T>(batch: Batch<T> | undefined): AsyncGenerator<{ thing: T; textOf: TextOf }> {
    const converted = (await batch?.converted) ?? [];
    for (const [index, { thing, texts }] of (batch?.things ?? []).entries()) {
      const group = converted[index];
      this.#report.take(group?.notes ?? []);
      const byId = new Map(texts.map(({ id }, at) => [id, group?.texts[at]]));
      yield { thing, textOf: (id) => byId.get(id) ?? '' };
    }
  }
}

function* inParts<T>(things: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const thing of things) {
    part.push(thing);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
