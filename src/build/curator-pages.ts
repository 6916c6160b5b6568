import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets `@content/pages/*.mdx` stand for the pages of the archive that is being built, wherever its folder is, and lets those
 * files import what this project has installed.
 */
export function curatorPages(contentDir: string): Plugin {
  return {
    name: 'responsa-curator-pages',
    config: () => ({
      resolve: { alias: { '@content': contentDir } },
      server: { fs: { allow: ['.', contentDir] } },
    }),
    resolveId(id, importer, options) {
      const isBare = !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0');
      if (!isBare || !importer?.startsWith(join(contentDir, 'pages'))) return undefined;
      return this.resolve(id, join(import.meta.dirname, 'curator-pages.ts'), { ...options, skipSelf: true });
    },
  };
}
