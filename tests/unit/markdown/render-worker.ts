import { parentPort, workerData } from 'node:worker_threads';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { optionsOf } from './render.ts';

const { html, problems } = renderBody(workerData as string, optionsOf());
parentPort?.postMessage({ html, problems });
