import { parentPort, workerData } from 'node:worker_threads';
import { LocalPictures } from './local-pictures.ts';
import { PartWriter, type Part, type WritingSettings } from './part-writer.ts';
import { platforms } from './platforms.ts';

const { lane, ...settings } = workerData as WritingSettings & { lane: number };
const platform = platforms.get(settings.platform);
if (!platform) throw new Error(`There is no platform ${settings.platform}.`);
const writer = new PartWriter(settings, platform, settings.pictures && new LocalPictures(settings.pictures), lane);

parentPort?.on('message', (part: Part) => {
  parentPort?.postMessage(writer.write(part));
});
