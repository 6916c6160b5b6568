import { setImmediate as turn } from 'node:timers/promises';
import { WorkLane } from './work-lane.ts';

/** Tasks that a worker has at most: those in work and those that wait. */
const ahead = 3;
/** Tasks that may be done before the one that is due. */
const room = 24;

/** What does tasks: `work` in this thread, and workers, each told `settings` and its number from 1, that do the same. */
export type Work<Task, Result> = { worker: URL; settings: object; work: (task: Task) => Result };

/** Does tasks side by side. What comes out, and its order, does not depend on how many do it. */
export class WorkPool<Task, Result> {
  readonly #lanes: readonly WorkLane<Task, Result>[];
  readonly #work: (task: Task) => Result;

  /** @param jobs how many do tasks: this thread, which takes one when all workers have enough, and workers beside it */
  constructor({ worker, settings, work }: Work<Task, Result>, jobs: number) {
    this.#work = work;
    this.#lanes = Array.from(
      { length: jobs - 1 },
      (_, index) => new WorkLane(worker, { ...settings, lane: index + 1 }),
    );
  }

  /** How many do tasks. */
  get size(): number {
    return this.#lanes.length + 1;
  }

  /** Yields each thing with the result of its task, in the order in which they come. */
  async *map<Thing extends { task: Task }>(things: Iterable<Thing>): AsyncGenerator<{ thing: Thing; result: Result }> {
    const begun: { thing: Thing; result: Promise<Result> | { done: Result } }[] = [];
    const finish = async (): Promise<{ thing: Thing; result: Result } | undefined> => {
      const first = begun.shift();
      if (first === undefined) return undefined;
      const { thing, result } = first;
      return { thing, result: 'done' in result ? result.done : await result };
    };
    const isDue = () => begun.length > room || (begun[0] !== undefined && 'done' in begun[0].result);
    for (const thing of things) {
      const lane = this.#lanes.find(({ waiting }) => waiting < ahead);
      begun.push({ thing, result: lane ? lane.ask(thing.task) : { done: this.#work(thing.task) } });
      // Only here the answers of workers arrive, signals are seen, and Node frees what the native Markdown parser has allocated.
      await turn();
      while (isDue()) {
        const finished = await finish();
        if (finished) yield finished;
      }
    }
    for (let last = await finish(); last !== undefined; last = await finish()) yield last;
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}
