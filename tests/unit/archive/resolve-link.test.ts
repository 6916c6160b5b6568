import { expect, test } from 'vitest';
import { resolveLink } from '../../../src/archive/resolve-link.ts';
import { createUrls } from '../../../src/core/urls.ts';

const there = new Set([
  'threads/keys/question.md',
  'threads/keys/answers/use-a-key.md',
  'threads/locks/answers/use-a-lock.md',
  'tags/c++.md',
  'authors/ada.md',
  'pages/about.mdx',
  'pages/guide/start.mdx',
]);
const context = {
  from: 'threads/locks/question.md',
  slug: 'locks',
  answers: ['use-a-lock'],
  pictures: ['lock.png'],
  urls: createUrls('https://example.org', '/archive/'),
  threadNames: ['locks', 'keys'],
  exists: (path: string) => there.has(path),
};

test.each([
  ['../keys/question.md', { href: '/archive/questions/keys/', cites: 'keys' }],
  ['../keys/question.md#why', { href: '/archive/questions/keys/#question_why', cites: 'keys' }],
  ['../keys/question.md#use-a-key', { href: '/archive/questions/keys/#use-a-key', cites: 'keys' }],
  ['../keys/', { href: '/archive/questions/keys/', cites: 'keys' }],
  ['../keys/answers/use-a-key.md', { href: '/archive/questions/keys/#use-a-key', cites: 'keys' }],
  ['../keys/answers/use-a-key.md#why', { href: '/archive/questions/keys/#use-a-key_why', cites: 'keys' }],
  ['answers/use-a-lock.md', { href: '/archive/questions/locks/#use-a-lock' }],
  ['#use-a-lock', { href: '#use-a-lock' }],
  ['#question', { href: '#question' }],
  ['/questions/keys/', { href: '/archive/questions/keys/', cites: 'keys' }],
  ['/questions/keys/#use-a-key', { href: '/archive/questions/keys/#use-a-key', cites: 'keys' }],
  ['../../tags/c++.md', { href: '/archive/tags/c_plus_plus/' }],
  ['../../tags/c%2B%2B.md', { href: '/archive/tags/c_plus_plus/' }],
  ['/tags/c++/', { href: '/archive/tags/c_plus_plus/' }],
  ['../../authors/ada.md', { href: '/archive/authors/ada/' }],
  ['../../pages/about.mdx#us', { href: '/archive/about/#us' }],
  ['/guide/start/', { href: '/archive/guide/start/' }],
  ['/', { href: '/archive/' }],
  ['/questions/top/', { href: '/archive/questions/top/' }],
  ['/search/?q=lock&x#y', { href: '/archive/search/?q=lock&x#y' }],
  ['/feed.xml', { href: '/archive/feed.xml' }],
  ['images/lock.png', { href: '/archive/questions/locks/images/lock.png', picture: 'lock.png' }],
])('%s', (href, expected) => {
  expect(resolveLink(href, context)).toEqual(expected);
});

test.each([
  ['', 'has no address', 'write [text](https://…)'],
  ['#', 'has no address', 'write [text](https://…)'],
  [
    '#use-a-lok',
    'leads to #use-a-lok, which is neither a heading of this post nor an answer of this thread',
    'did you mean #use-a-lock?',
  ],
  ['../lock/question.md', 'leads to the thread lock, which does not exist', 'did you mean ../locks/question.md?'],
  [
    '../none/question.md',
    'leads to the thread none, which does not exist',
    'write ../<folder of the thread>/question.md',
  ],
  [
    '../keys/answers/none.md',
    'leads to the answer keys/none.md, which does not exist',
    'write ../<folder of the thread>/answers/<id>.md',
  ],
  [
    '../../../../etc/passwd',
    'leads out of the content: ../../../../etc/passwd',
    'link to a file of the content, or give the full https:// address',
  ],
  [
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    'leads out of the content: %2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    'link to a file of the content, or give the full https:// address',
  ],
  [
    '/../../etc/passwd',
    'leads to etc/passwd, which does not exist',
    'correct the path, or give the full https:// address',
  ],
  ['%zz', 'has a broken percent sign in %zz', 'write %25 for a percent sign'],
  [
    'images/none.png',
    'leads to threads/locks/images/none.png, which does not exist',
    'correct the path, or give the full https:// address',
  ],
  [
    '../keys/images/key.png',
    'leads to threads/keys/images/key.png, which does not exist',
    'correct the path, or give the full https:// address',
  ],
  [
    '../../tags/none.md',
    'leads to tags/none.md, which does not exist',
    'add that file, or correct the name: links to tags are links to their files',
  ],
  [
    'example.org',
    'leads to threads/locks/example.org, which does not exist',
    'correct the path, or give the full https:// address',
  ],
])('%j leads nowhere', (href, problem, fix) => {
  expect(resolveLink(href, context)).toEqual({ problem, fix });
});
