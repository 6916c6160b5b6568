import { expect, test } from 'vitest';
import { qaPage } from '../../../src/publish/qa-page.ts';
import { answer, hostile, post, thread, urls } from './thread.ts';

test('a thread becomes a question with its accepted answer and the others', () => {
  const page = qaPage(
    thread({
      question: post({
        date: '2026-01-14',
        edited: '2026-02-01',
        html: '<p>How &#x3C;fast&#x26;slow>?</p>\n<p>So</p>',
      }),
      answers: [
        answer('lock', { accepted: true, votes: 5, author: { name: 'Bo', url: 'https://bo.example' } }),
        answer('wait', { votes: -1, author: { name: 'anonymous' } }),
      ],
    }),
    urls,
  );
  expect(JSON.parse(page)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    url: 'https://example.org/archive/questions/locks/',
    inLanguage: 'en',
    mainEntity: {
      '@type': 'Question',
      name: 'How do locks work?',
      text: 'How <fast&slow>?\nSo',
      upvoteCount: 3,
      datePublished: '2026-01-14',
      dateModified: '2026-02-01',
      author: { '@type': 'Person', name: 'Ada', url: 'https://example.org/archive/authors/ada/' },
      url: 'https://example.org/archive/questions/locks/',
      answerCount: 2,
      acceptedAnswer: [
        {
          '@type': 'Answer',
          text: 'How?',
          upvoteCount: 5,
          author: { '@type': 'Person', name: 'Bo', url: 'https://bo.example' },
          url: 'https://example.org/archive/questions/locks/#lock',
        },
      ],
      suggestedAnswer: [
        {
          '@type': 'Answer',
          text: 'How?',
          upvoteCount: -1,
          author: { '@type': 'Person', name: 'anonymous' },
          url: 'https://example.org/archive/questions/locks/#wait',
        },
      ],
    },
  });
});

test('a question without answers has a count of 0 and no lists', () => {
  const { mainEntity } = JSON.parse(qaPage(thread(), urls));
  expect([mainEntity.answerCount, 'acceptedAnswer' in mainEntity, 'suggestedAnswer' in mainEntity]).toEqual([
    0,
    false,
    false,
  ]);
});

test('no text can close the script element', () => {
  const page = qaPage(thread({ title: hostile, question: post({ html: '<p>&#x3C;/script>&#x3C;!--</p>' }) }), urls);
  expect(page).not.toContain('<');
  expect(JSON.parse(page).mainEntity.name).toBe(hostile);
  expect(JSON.parse(page).mainEntity.text).toBe('</script><!--');
});
