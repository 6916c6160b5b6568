import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../src/build/build.ts';
import { serve } from '../src/build/serve.ts';
import { loadSettings } from '../src/build/settings.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- it extends an interface of vitest's
  interface ProvidedContext {
    /** Folder of the built fixture archive. */
    siteDir: string;
    /** Address that it is served at, its base included. */
    siteUrl: string;
  }
}

/** Builds the fixture archive once, serves it, and tells the tests where. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = resolve(import.meta.dirname, '..');
  const temporary = mkdtempSync(join(tmpdir(), 'responsa-site-'));
  const outDir = join(temporary, 'site');
  const flags = { content: 'tests/fixtures/archive/content', config: 'tests/fixtures/archive/responsa.config.ts' };
  const settings = await loadSettings(flags, root);
  const result = await build({
    settings,
    root,
    outDir,
    jobs: 2,
    // Several parts, as a large archive has.
    searchParts: { threads: 6, bytes: 1e6, bytesAtOnce: 1e6, joined: 12 },
    environment: { RESPONSA_CONTENT: settings.contentDir, RESPONSA_CONFIG: resolve(root, flags.config) },
    reporter: { progress: () => undefined, finished: () => undefined },
  });
  if (!result.ok) throw new Error(`The fixture archive has errors:\n${JSON.stringify(result.diagnostics, null, 2)}`);
  const server = await serve({ dir: outDir, base: settings.config.base, port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The test server has no port.');
  project.provide('siteDir', outDir);
  project.provide('siteUrl', `http://127.0.0.1:${address.port}${settings.config.base}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(temporary, { recursive: true, force: true });
  };
}
