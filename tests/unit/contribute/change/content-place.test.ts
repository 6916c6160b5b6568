import { expect, test } from 'vitest';
import { contentPlace } from '../../../../src/contribute/change/content-place.ts';

test.each([
  ['content/threads/locks/question.md', { kind: 'question', slug: 'locks' }],
  ['content/threads/locks/answers/use-a-key.md', { kind: 'answer', slug: 'locks', id: 'use-a-key' }],
  ['content/threads/locks/images/Key.PNG', { kind: 'picture', slug: 'locks' }],
  ['content/threads/locks/images/key.svg', { kind: 'stray' }],
  ['content/threads/locks/Question.md', { kind: 'stray' }],
  ['content/threads/locks/answers/a/b.md', { kind: 'stray' }],
  ['content/threads/locks/answers/.a.md', { kind: 'stray' }],
  ['content/threads/locks/answers/a.mdx', { kind: 'stray' }],
  ['content/tags/c#.md', { kind: 'tag', name: 'c#' }],
  ['content/tags/a/b.md', { kind: 'stray' }],
  ['content/tags/a.mdx', { kind: 'stray' }],
  ['content/authors/ada.md', { kind: 'author', name: 'ada' }],
  ['content/pages/guides/git.mdx', { kind: 'page', name: 'guides/git' }],
  ['content/README.md', { kind: 'stray' }],
  ['contents/threads/locks/question.md', { kind: 'outside' }],
  ['.github/workflows/check.yml', { kind: 'outside' }],
])('%s', (path, place) => {
  expect(contentPlace(path, 'content')).toEqual(place);
});

test('the content may be the repository itself', () => {
  expect(contentPlace('threads/locks/question.md', '')).toEqual({ kind: 'question', slug: 'locks' });
});
