import { build, type Plugin } from 'vite';

/**
 * Lets the worker of the search run in `astro dev`. It is a classic worker, since Pagefind's script is loaded by it and is no module;
 * Vite bundles those only when it builds, and serves them with their imports until then, which a classic worker cannot have.
 */
export function workerInOne(): Plugin {
  return {
    name: 'responsa-worker-in-one',
    apply: 'serve',
    enforce: 'pre',
    async load(id) {
      const [file = '', query] = id.split('?', 2);
      const parameters = new URLSearchParams(query);
      if (!parameters.has('worker_file') || parameters.get('type') !== 'classic') return null;
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: { write: false, minify: false, lib: { entry: file, formats: ['iife'], name: 'worker' } },
      });
      const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const chunk = output.find((one) => one.type === 'chunk');
      if (!chunk) throw new Error(`${file} became no worker.`);
      for (const part of chunk.moduleIds) this.addWatchFile(part);
      return chunk.code;
    },
  };
}
