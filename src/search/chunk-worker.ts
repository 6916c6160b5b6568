import { parentPort } from 'node:worker_threads';
import { writeJoined, type ChunksRequest } from './write-joined.ts';

parentPort?.on('message', (request: ChunksRequest) => {
  parentPort?.postMessage(writeJoined(request));
});
