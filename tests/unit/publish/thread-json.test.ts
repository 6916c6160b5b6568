import { expect, test } from 'vitest';
import { threadJson } from '../../../src/publish/thread-json.ts';
import { answer, post, thread, urls } from './thread.ts';

test('a thread in the documented shape', () => {
  const text = threadJson(
    thread({
      accepted: answer('a').id,
      question: post({ date: '2026-01-14', source: { site: 'Old', id: '1' } }),
      answers: [
        answer('a', {
          accepted: true,
          html: '<a href="/archive/tags/">t</a>',
          comments: [{ author: { name: 'Cy', url: 'https://cy.example' }, votes: 0, html: '<a href="#b">b</a>' }],
        }),
      ],
    }),
    urls,
  );
  const ada = { name: 'Ada', handle: 'ada', url: 'https://example.org/archive/authors/ada/' };
  expect(JSON.parse(text)).toEqual({
    format: 'responsa-thread/1',
    slug: 'locks',
    url: 'https://example.org/archive/questions/locks/',
    title: 'How do locks work?',
    tags: ['c#'],
    lang: 'en',
    status: 'open',
    accepted: 'a',
    question: {
      url: 'https://example.org/archive/questions/locks/',
      author: ada,
      votes: 3,
      date: '2026-01-14',
      license: 'CC-BY-SA-4.0',
      source: { site: 'Old', id: '1' },
      markdown: 'How?',
      html: '<p>How?</p>',
      comments: [],
    },
    answers: [
      {
        id: 'a',
        accepted: true,
        url: 'https://example.org/archive/questions/locks/#a',
        author: ada,
        votes: 3,
        license: 'CC-BY-SA-4.0',
        markdown: 'How?',
        html: '<a href="https://example.org/archive/tags/">t</a>',
        comments: [
          {
            author: { name: 'Cy', url: 'https://cy.example' },
            votes: 0,
            html: '<a href="https://example.org/archive/questions/locks/#b">b</a>',
          },
        ],
      },
    ],
  });
});
