import { parentPort, workerData } from 'node:worker_threads';
import { createTextConverter, type TextGroup, type TextSettings } from './texts.ts';

const convert = createTextConverter(workerData as TextSettings);

parentPort?.on('message', (groups: TextGroup[]) => {
  parentPort?.postMessage(groups.map(convert));
});
