import { defineConfig } from './src/core/schema/config.ts';

export default defineConfig({
  title: 'Responsa',
  description:
    'Questions and answers, curated and kept: an archive of Markdown threads that is fast, searchable and grows by pull request.',
  url: 'https://responsa.example.org',
  base: '/',
  locale: 'en',
  license: 'CC-BY-SA-4.0',
  // Where "Answer this question", "Improve" and "Ask" lead. One of these, with your own address:
  // repository: { forge: 'github', url: 'https://github.com/you/answers' },
  // repository: { forge: 'gitlab', url: 'https://gitlab.com/group/answers', branch: 'main' },
  // repository: { forge: 'forgejo', url: 'https://codeberg.org/you/answers', content: 'docs/content' },
  // repository: { forge: 'bitbucket', url: 'https://bitbucket.org/you/answers' },
  // Without a repository they are downloaded and mailed; with one, mail is for those who have no account there.
  mail: 'curators@responsa.example.org',
});
