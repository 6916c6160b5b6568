import { gzipSync } from 'node:zlib';
import { afterEach, expect, it, vi } from 'vitest';
import { loadVocabulary } from '../../../src/client/vocabulary.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('mends nothing while the words do not come, and asks for them anew', async () => {
  const answers = [new Response('', { status: 503 }), new Response(gzipSync('golang\ndjango\n'))];
  const fetch = vi.fn(() => Promise.resolve(answers.shift()));
  vi.stubGlobal('fetch', fetch);
  const vocabulary = loadVocabulary('/words');
  const near = [];
  for (let tries = 0; tries < 3; tries++) near.push((await vocabulary()).near('golnag')[0]);
  expect(near).toEqual([undefined, 'golang', 'golang']);
  expect(fetch).toHaveBeenCalledTimes(2);
});
