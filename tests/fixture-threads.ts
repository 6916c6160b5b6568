import { resolve } from 'node:path';
import { loadArchive } from '../src/archive/load.ts';
import { loadSettings } from '../src/build/settings.ts';
import type { RenderedThread } from '../src/core/thread.ts';

/** The threads of the fixture archive, as a build loads them. */
export async function fixtureThreads(): Promise<RenderedThread[]> {
  const folder = 'tests/fixtures/archive';
  const flags = { content: `${folder}/content`, config: `${folder}/responsa.config.ts` };
  const { contentDir, contentName, config } = await loadSettings(flags, resolve(import.meta.dirname, '..'));
  const threads: RenderedThread[] = [];
  const onPage = ({ page }: { page: string }) => threads.push(JSON.parse(page) as RenderedThread);
  await loadArchive({ contentDir, contentName, config, jobs: 1, onPage });
  return threads;
}
