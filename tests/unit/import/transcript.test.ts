import { describe, expect, test } from 'vitest';
import { transcript } from '../../../src/import/transcript.ts';
import { readAll, type ReadAll } from './read-all.ts';

const read = (text: string | Buffer, options: Record<string, string> = {}): Promise<ReadAll> =>
  readAll(transcript, { 'page.txt': text }, options);

async function outline(text: string) {
  const { threads } = await read(text);
  const [thread] = threads;
  return {
    title: thread?.title,
    question: thread?.question.body,
    answers: thread?.answers.map(({ body, comments }) => [body, ...comments.map((comment) => comment.text)]),
  };
}

test('the first line is the title, the next block asks, the others answer, and thanks are comments', async () => {
  const { threads, notes, report } = await read(
    'How?\n\nI want to know.\nNow.\n\nLike so.\n\nThanks a lot!\n\nOr so.\n\nBack to top\n',
    {
      site: 'Some forum',
      url: 'https://forum.example/1',
      lang: 'en',
    },
  );
  const source = { site: 'Some forum', url: 'https://forum.example/1' };
  expect(threads).toEqual([
    {
      externalId: 'page',
      title: 'How?',
      question: { externalId: 'page', author: {}, votes: 0, source, body: 'I want to know.\\\nNow.', comments: [] },
      answers: [
        {
          externalId: 'page/1',
          anchor: 'like-so',
          author: {},
          votes: 0,
          source,
          body: 'Like so.',
          comments: [{ externalId: 'page/1 comment 1', author: {}, votes: 0, text: 'Thanks a lot!' }],
        },
        { externalId: 'page/2', anchor: 'or-so', author: {}, votes: 0, source, body: 'Or so.', comments: [] },
      ],
      tags: [],
      status: 'open',
      aliases: [],
      lang: 'en',
    },
  ]);
  expect(notes).toEqual([
    'info guessed-title page.txt:1: the first line is taken for the title: How?',
    'info guessed-question page.txt:3: what follows the title is taken for the question: I want to know. Now.',
    'info guessed-answer page.txt:6: is taken for an answer of its own: Like so.',
    'info guessed-comment page.txt:8: words of thanks or agreement are taken for a comment on the post before them: Thanks a lot!',
    'info guessed-answer page.txt:10: is taken for an answer of its own: Or so.',
    'info furniture page.txt:12: leads back to the top of the page, so it is not in the thread: Back to top',
  ]);
  expect(report.summary().counts).toMatchObject({ threads: { read: 1 }, answers: { read: 2 }, comments: { read: 1 } });
});

test('a heading over the answers says where the question ends', async () => {
  expect(await outline('How?\n\nOne.\n\nTwo.\n\n2 Answers\n\nA.\n\nB.')).toEqual({
    title: 'How?',
    question: 'One.\n\nTwo.',
    answers: [['A.'], ['B.']],
  });
});

test('a mark says which answer was accepted', async () => {
  const { threads } = await read('How?\n\nOne.\n\nA.\n\nAccepted answer\n\nB.');
  expect(threads[0]?.acceptedId).toBe('page/2');
});

test('code belongs to the post before it, and so does what follows it', async () => {
  expect(await outline('How?\n\nOne.\n\nTry this:\n\n    a = *b\n      c\n\nIt works.\n\n```js\nd\n\ne\n```')).toEqual({
    title: 'How?',
    question: 'One.',
    answers: [['Try this:\n\n```\na = *b\n  c\n```\n\nIt works.\n\n```js\nd\n\ne\n```']],
  });
});

test('nothing in the text is taken for Markdown', async () => {
  expect((await outline('How?\n\n# 1. *a* <b> $c$ ~d~ `e`'))?.question).toBe(
    '\\# 1. \\*a\\* \\<b> \\$c\\$ \\~d\\~ \\`e\\`',
  );
});

describe('bad input', () => {
  test('text that is not UTF-8 is read as far as can be, with its place', async () => {
    const { threads, notes } = await read(Buffer.from('How?\n\nCaf\xe9', 'latin1'));
    expect(threads[0]?.question.body).toBe('Caf\u{fffd}');
    expect(notes[0]).toBe(
      'problem encoding page.txt:3:4: is not UTF-8 from here on; what cannot be read is shown as \u{fffd}',
    );
  });

  test('control characters go, with a note; a byte-order mark and CRLF are nothing', async () => {
    const { threads, notes } = await read('\u{feff}How?\r\n\r\nO\u{7}ne.\r\n');
    expect(threads[0]?.question.body).toBe('One.');
    expect(notes[0]).toBe('changed invisible page.txt: 1 characters that nobody sees were taken out');
  });

  test.each([
    ['an empty file', '\n\n', {}, 'has no text'],
    ['UTF-16', Buffer.from('\u{feff}How?', 'utf16le'), {}, 'is UTF-16'],
    ['an address that is none', 'How?', { url: 'x' }, '--url x is not'],
    ['a language that is none', 'How?', { lang: '!' }, '--lang ! is not'],
  ])('%s is an error that says what to give', async (_, text, options, message) => {
    await expect(read(text, options)).rejects.toThrow(message);
  });
});
