import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workerInOne } from '../../../src/build/worker-in-one.ts';

let server: ViteDevServer;
beforeAll(async () => {
  server = await createServer({
    root: resolve(import.meta.dirname, '../../..'),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [workerInOne()],
  });
});
afterAll(() => server.close());

describe('the worker of the search in dev', () => {
  it('is one script without imports, which a classic worker can run', async () => {
    const worker = await server.transformRequest('/src/client/pagefind-host.ts?worker_file&type=classic');
    expect(worker?.code).toContain('pagefind-worker.js');
    expect(() => new Function(worker?.code ?? 'import')).not.toThrow();
  });
});
