import { expect, test } from 'vitest';
import { jsonFeed } from '../../../src/publish/json-feed.ts';
import { post, summary, urls } from './thread.ts';

test('a feed holds threads with and without a date', () => {
  const head = {
    title: 'Archive',
    description: 'All of it',
    lang: 'en',
    self: 'https://example.org/archive/feed.json',
    page: 'https://example.org/archive/',
  };
  const dated = summary({ question: post({ date: '2026-01-14', author: { name: 'Bo', url: 'https://bo.example' } }) });
  expect(
    JSON.parse(jsonFeed(head, [{ thread: dated, html: '<a href="#x">x</a>' }, { thread: summary() }], urls)),
  ).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Archive',
    description: 'All of it',
    home_page_url: 'https://example.org/archive/',
    feed_url: 'https://example.org/archive/feed.json',
    language: 'en',
    items: [
      {
        id: 'https://example.org/archive/questions/locks/',
        url: 'https://example.org/archive/questions/locks/',
        title: 'How do locks work?',
        summary: 'How?',
        content_html: '<a href="https://example.org/archive/questions/locks/#x">x</a>',
        date_published: '2026-01-14T00:00:00Z',
        date_modified: '2026-01-14T00:00:00Z',
        authors: [{ name: 'Bo', url: 'https://bo.example' }],
        tags: ['c#'],
        language: 'en',
      },
      {
        id: 'https://example.org/archive/questions/locks/',
        url: 'https://example.org/archive/questions/locks/',
        title: 'How do locks work?',
        summary: 'How?',
        content_text: 'How?',
        authors: [{ name: 'Ada', url: 'https://example.org/archive/authors/ada/' }],
        tags: ['c#'],
        language: 'en',
      },
    ],
  });
});
