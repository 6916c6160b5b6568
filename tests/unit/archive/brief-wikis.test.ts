import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import { contentFolder, question } from './content-folder.ts';
import { config } from './rules/check.ts';

const files = {
  'threads/locks/question.md': question('How?', 'tags: [mutex]\n'),
  'tags/lock.md': '---\nsynonyms: [mutex]\n---\nSee [nowhere](../threads/nowhere/question.md).\n',
  'tags/other.md': '---\ntitle: [broken\n---\n',
  'authors/ada.md': '---\nname: Ada L.\n---\n',
  'authors/ben.md': '---\nlinks: []\nname: "Ben: the other"\n---\n',
  'authors/cleo.md': '---\nurl: nowhere\n---\n',
};

async function load(...asked: string[]) {
  using folder = contentFolder(files);
  const { authors, tags, diagnostics } = await loadArchive({
    contentDir: folder.content,
    contentName: 'content',
    config,
    jobs: 1,
    only: new Set(['locks']),
    isAsked: ({ file }) => asked.includes(file),
  });
  return {
    authors: authors.map(({ handle, name }) => `${handle}: ${name}`),
    synonyms: tags.map(({ name, synonyms }) => `${name}: ${synonyms.join()}`),
    diagnostics: diagnostics.map(({ file, rule }) => `${file} ${rule}`),
  };
}

test('of tags and authors that are not asked for, names and synonyms are read, and nothing is reported', async () => {
  expect(await load()).toEqual({
    authors: ['ada: Ada L.', 'ben: Ben: the other'],
    synonyms: ['lock: mutex', 'other: '],
    diagnostics: ['content/threads/locks/question.md tag-synonym'],
  });
});

test('those that are asked for are checked', async () => {
  const { diagnostics } = await load('content/tags/lock.md', 'content/authors/cleo.md');
  expect(diagnostics).toEqual([
    'content/authors/cleo.md missing-key',
    'content/authors/cleo.md invalid-value',
    'content/tags/lock.md dangling-link',
    'content/threads/locks/question.md tag-synonym',
  ]);
});
