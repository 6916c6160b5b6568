import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { WorkLane } from '../../../src/parallel/work-lane.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-lane-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lane(name: string, code: string): WorkLane<number, number> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', (task) => { ${code} });\n`,
  );
  return new WorkLane(pathToFileURL(file), {});
}

it('answers in the order in which it is asked', async () => {
  const doubling = lane('doubling', 'parentPort.postMessage(task * 2);');
  expect(await Promise.all([1, 2, 3].map((task) => doubling.ask(task)))).toEqual([2, 4, 6]);
  await doubling.close();
});

it.each([
  ['fails', `throw new Error('no room');`, 'no room'],
  ['ends', 'process.exit(3);', 'A worker ended with code 3 before it was done.'],
])('tells whoever waits that its worker %s', async (name, code, why) => {
  const broken = lane(name, code);
  await expect(broken.ask(1)).rejects.toThrow(why);
  await expect(broken.ask(2)).rejects.toThrow(why);
  await broken.close();
});
