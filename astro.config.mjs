import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { compiledPages } from './src/build/adapter.ts';
import { curatorPages } from './src/build/curator-pages.ts';
import { liveArchive } from './src/build/live-archive.ts';
import { loadSettings } from './src/build/settings.ts';

// The commands in scripts/ hand their flags on through the environment.
const settings = await loadSettings({
  config: process.env.RESPONSA_CONFIG,
  content: process.env.RESPONSA_CONTENT,
  base: process.env.RESPONSA_BASE,
});

export default defineConfig({
  site: settings.config.url,
  base: settings.config.base,
  outDir: process.env.RESPONSA_COMPILED ?? '.responsa/compiled/manual',
  output: 'server',
  trailingSlash: 'ignore',
  adapter: compiledPages(),
  // Its highlighting writes style attributes, which the pages' policy forbids.
  integrations: [mdx({ syntaxHighlight: false })],
  devToolbar: { enabled: false },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  vite: {
    plugins: [curatorPages(settings.contentDir), liveArchive(settings)],
    build: { assetsInlineLimit: 0 },
    // What builds leave is large, and no page changes with it.
    server: { watch: { ignored: ['**/.responsa/**', '**/dist/**'] } },
  },
});
