import { afterEach, expect, it, vi } from 'vitest';
import { openFacts } from '../../../src/client/facts.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  [404, 'missing'],
  [410, 'missing'],
  [408, 'failing'],
  [429, 'failing'],
  [500, 'failing'],
  [503, 'failing'],
])('takes the answer %d for a file that is %s', async (status, failure) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status })));
  await expect(openFacts('/base/', '1').blocks()).rejects.toMatchObject({ failure });
});

it('asks anew for what did not come once, and not again for what did', async () => {
  const manifest = { version: 2, blocks: [], bytes: {}, files: {} };
  const answers = [Response.json({}, { status: 500 }), Response.json(manifest)];
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('Asked too often.'));
  });
  const facts = openFacts('/base/', '1');
  await expect(facts.blocks()).rejects.toMatchObject({ failure: 'failing' });
  expect(await facts.blocks()).toEqual([]);
  expect(await facts.blocks()).toEqual([]);
  expect(asked).toEqual(['/base/search/facts.json?ts=1', '/base/search/facts.json?ts=1']);
});
