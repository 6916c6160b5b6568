import { Worker } from 'node:worker_threads';
import type { ConvertedGroup, TextGroup, TextSettings } from './texts.ts';

type Waiting = { resolve: (converted: ConvertedGroup[]) => void; reject: (error: unknown) => void };

/** A worker thread that converts texts. It answers in the order in which it is asked. */
export class TextWorkerLane {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(settings: TextSettings) {
    this.#worker = new Worker(new URL('./text-worker.ts', import.meta.url), { workerData: settings });
    this.#worker.on('message', (converted: ConvertedGroup[]) => this.#waiting.shift()?.resolve(converted));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** How many answers are awaited. */
  get waiting(): number {
    return this.#waiting.length;
  }

  convert(groups: TextGroup[]): Promise<ConvertedGroup[]> {
    this.#worker.postMessage(groups);
    const converted = new Promise<ConvertedGroup[]>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    // Whoever asked looks at it later; a failure until then is not unheard.
    converted.catch(() => undefined);
    return converted;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
