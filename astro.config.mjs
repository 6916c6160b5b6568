import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { compiledPages } from './src/build/adapter.ts';
import { siteSettings } from './src/build/site-settings.ts';

const { config, contentDir, outDir, liveArchive } = await siteSettings();

export default defineConfig({
  site: config.url,
  base: config.base,
  outDir,
  output: 'server',
  trailingSlash: 'always',
  adapter: undefined,
  integrations: [mdx(), compiledPages()],
  session: { driver: undefined },
  devToolbar: { enabled: false },
  build: { assets: 'assets', inlineStylesheets: 'never' },
  vite: {
    plugins: [...liveArchive],
    resolve: { alias: { '@content': contentDir } },
    build: { assetsInlineLimit: 0 },
  },
});
