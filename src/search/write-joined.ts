import { mergeParts } from './merge-parts.ts';
import { readPart, type PagefindPart } from './read-part.ts';
import { writeChunks, type ChunksTask, type WrittenChunks } from './write-chunks.ts';

/** A piece of a part that is joined of several: where it is, and its pages, by the names that they have there. */
export type ChunkSource = { folder: string; hash: string; pages: PagefindPart['pages'] };

export type ChunksRequest = { sources: readonly ChunkSource[]; task: ChunksTask };

/** Writes a stretch of the words that several have together. */
export function writeJoined({ sources, task }: ChunksRequest): WrittenChunks {
  const parts = sources.map(({ folder, hash, pages }) => ({ ...readPart(folder, hash, pages.length), pages }));
  return writeChunks(mergeParts(parts), task);
}
