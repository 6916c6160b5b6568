import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { stopWords } from '../../src/core/stop-words.ts';
import { randomNumbers } from './random-numbers.ts';

/** Queries of one to three words as they follow each other in titles of an index, stop words left out; the same at every call. */
export function titleQueries(index: string, count: number): string[] {
  const random = randomNumbers(7);
  const stops = stopWords('en');
  const folder = join(index, 'fragment');
  const files = readdirSync(folder).sort();
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < 50 * count; tries++) {
    const file = files[Math.floor(random() * files.length)] ?? '';
    const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
    const { meta } = JSON.parse(text.slice(text.indexOf('{'))) as { meta: { title?: string } };
    const words = (meta.title ?? '').match(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu) ?? [];
    const telling = words.map((word) => word.toLowerCase()).filter((word) => !stops.has(word));
    const length = 1 + (queries.size % 3);
    const begin = Math.floor(random() * Math.max(1, telling.length - length + 1));
    if (telling.length >= length) queries.add(telling.slice(begin, begin + length).join(' '));
  }
  return [...queries];
}
