import { Worker } from 'node:worker_threads';

type Waiting<Result> = { resolve: (result: Result) => void; reject: (error: unknown) => void };

/** A worker thread that answers each task with a result, in the order in which it is asked. */
export class WorkLane<Task, Result> {
  readonly #worker: Worker;
  readonly #waiting: Waiting<Result>[] = [];
  /** Why it answers no more. */
  #ended: { why: unknown } | undefined;

  /** @param workerData what the worker is told when it begins */
  constructor(file: URL, workerData: unknown) {
    this.#worker = new Worker(file, { workerData });
    this.#worker.on('message', (result: Result) => this.#waiting.shift()?.resolve(result));
    const fail = (why: unknown) => {
      this.#ended ??= { why };
      for (const { reject } of this.#waiting.splice(0)) reject(why);
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', (code) => {
      fail(new Error(`A worker ended with code ${code} before it was done.`));
    });
  }

  /** How many answers are awaited. */
  get waiting(): number {
    return this.#waiting.length;
  }

  ask(task: Task): Promise<Result> {
    const ended = this.#ended;
    const result = new Promise<Result>((resolve, reject) => {
      if (ended) reject(ended.why as Error);
      else this.#waiting.push({ resolve, reject });
    });
    this.#worker.postMessage(task);
    // Whoever asked looks at it later; a failure until then is not unheard.
    result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
