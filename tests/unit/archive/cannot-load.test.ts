import { expect, test } from 'vitest';
import { loadThread } from '../../../src/archive/load-thread.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { contentFolder, question } from './content-folder.ts';
import { config } from './rules/check.ts';

test('a mistake of the program is a diagnostic of the thread, not the end', () => {
  using folder = contentFolder({
    'threads/locks/question.md': question('[x](../keys/question.md)', 'duplicateOf: keys\n'),
  });
  const loaded = loadThread('locks', {
    contentDir: folder.content,
    contentName: 'content',
    config,
    urls: createUrls(config.url, config.base),
    synonyms: new Map(),
    now: 0,
    threadNames: [],
    authors: new Map(),
    exists: () => {
      throw new Error('out of luck\n    at somewhere');
    },
  });
  expect(loaded.diagnostics).toEqual([
    {
      file: 'content/threads/locks',
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'cannot-load',
      message: 'the thread cannot be loaded: out of luck; that is a mistake in Responsa, not in the thread',
      fix: 'report it, with the files of the thread',
    },
  ]);
});
