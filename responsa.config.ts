import { defineConfig } from './src/core/schema/config.ts';

export default defineConfig({
  title: 'Responsa',
  description:
    'Questions and answers, curated and kept: an archive of Markdown threads that is fast, searchable and grows by pull request.',
  url: 'https://responsa.example.org',
  base: '/',
  locale: 'en',
  license: 'CC-BY-SA-4.0',
});
