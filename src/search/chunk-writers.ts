import { WorkLane } from '../parallel/work-lane.ts';
import type { WrittenChunks } from './write-chunks.ts';
import { writeJoined, type ChunksRequest } from './write-joined.ts';

/** Writes stretches of words side by side. What they are does not depend on how many do it. */
export class ChunkWriters {
  readonly #lanes: readonly WorkLane<ChunksRequest, WrittenChunks>[];
  #next = 0;

  /** @param workers threads beside this one; if there are none, it does all by itself */
  constructor(workers: number) {
    const file = new URL('./chunk-worker.ts', import.meta.url);
    this.#lanes = Array.from({ length: workers }, () => new WorkLane(file, {}));
  }

  write(request: ChunksRequest): WrittenChunks | Promise<WrittenChunks> {
    const lane = this.#lanes[this.#next++ % this.#lanes.length];
    return lane ? lane.ask(request) : writeJoined(request);
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}
