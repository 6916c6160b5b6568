import { configSchema } from '../../src/core/schema/config.ts';
import type { Files } from './_repository.ts';

export const config = configSchema.parse({
  title: 'Archive',
  description: 'All of it',
  url: 'https://example.org',
  license: 'CC-BY-SA-4.0',
  policy: { curators: ['Curator'], handles: { AdaLovelace1815: 'ada' } },
});

/** A small archive in a repository with software and a workflow. */
export const archive: Files = {
  'README.md': 'An archive\n',
  'package.json': '{"scripts": {"test": "true"}}\n',
  'responsa.config.ts': 'export default {};\n',
  '.github/workflows/check.yml': 'on: pull_request\n',
  'content/tags/locks.md': '---\ntitle: Locks\n---\n',
  'content/authors/marta.md': '---\nname: Marta M.\n---\n',
  'content/threads/locks/question.md':
    '---\ntitle: How do locks work?\nauthor: marta\nvotes: 5\ndate: 2024-01-01\ntags: [locks]\naccepted: with-care\ncomments:\n  - {author: marta, date: 2024-01-02, votes: 2, text: More?}\n---\nHow do locks work, and why?\n',
  'content/threads/locks/answers/with-care.md': '---\nauthor: ilya\nvotes: 7\n---\nWith care, and with keys.\n',
  'content/threads/locks/answers/by-stranger.md': '---\nauthor: stranger\nvotes: 1\n---\nBy turning.\n',
  'content/threads/keys/question.md': '---\ntitle: What is a key?\nauthor: stranger\n---\nWhat is it made of?\n',
};
