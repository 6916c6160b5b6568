import { describe, expect, test } from 'vitest';
import { githubDiscussions } from '../../../src/import/github-discussions.ts';
import { readAll } from './read-all.ts';

const url = 'https://github.com/Ada/locks/discussions/3';

function discussion(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    number: 3,
    title: 'How do I lock?',
    url,
    author: { login: 'ada' },
    createdAt: '2025-01-02T03:04:05Z',
    upvoteCount: 2,
    body: 'How?\r\nReally.',
    ...fields,
  };
}

function comment(id: number, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: `C${id}`,
    url: `${url}#discussioncomment-${id}`,
    author: { login: 'bob' },
    createdAt: '2025-01-03T00:00:00Z',
    upvoteCount: id,
    body: `Comment ${id}`,
    ...fields,
  };
}

const page = (...nodes: unknown[]) =>
  JSON.stringify({ data: { repository: { discussions: { pageInfo: { hasNextPage: false }, nodes } } } });

test('a discussion becomes a thread: answer, upvotes, labels and category, replies, closed state', async () => {
  const { threads, authors, report } = await readAll(githubDiscussions, {
    'd.json': page(
      discussion({
        closed: true,
        stateReason: 'RESOLVED',
        category: { name: 'Q&A' },
        labels: { nodes: [{ name: 'files' }] },
        answer: { id: 'C10' },
        comments: { nodes: [comment(10, { replies: { nodes: [comment(11, { body: 'Thanks!' })] } })] },
      }),
    ),
  });
  expect(threads).toEqual([
    {
      externalId: 'ada/locks/3',
      title: 'How do I lock?',
      question: {
        externalId: 'ada/locks/3',
        author: { externalId: 'ada', name: 'ada' },
        votes: 2,
        date: '2025-01-02T03:04:05Z',
        source: { site: 'Ada/locks', url, id: 'ada/locks/3' },
        body: 'How?\nReally.',
        comments: [],
      },
      answers: [
        {
          externalId: 'ada/locks/3#discussioncomment-10',
          anchor: 'comment-10',
          author: { externalId: 'bob', name: 'bob' },
          votes: 10,
          date: '2025-01-03T00:00:00Z',
          source: { site: 'Ada/locks', url: `${url}#discussioncomment-10`, id: 'ada/locks/3#discussioncomment-10' },
          body: 'Comment 10',
          comments: [
            {
              externalId: 'ada/locks/3#discussioncomment-11',
              isPost: true,
              author: { externalId: 'bob', name: 'bob' },
              date: '2025-01-03T00:00:00Z',
              votes: 11,
              text: 'Thanks!',
            },
          ],
        },
      ],
      acceptedId: 'ada/locks/3#discussioncomment-10',
      tags: ['files', 'Q&A'],
      status: 'closed',
      closedReason: 'Resolved',
      aliases: [],
    },
  ]);
  expect(authors.map(({ name, url }) => [name, url])).toEqual([
    ['ada', 'https://github.com/ada'],
    ['bob', 'https://github.com/bob'],
  ]);
  expect(report.notes).toEqual([]);
});

describe('a reply', () => {
  test('that was chosen, or is more than a comment can hold, is an answer, and the report says so', async () => {
    const replies = [
      comment(11, { isAnswer: true }),
      comment(12, { body: '```\ncode\n```' }),
      comment(13, { body: 'Fine.' }),
    ];
    const { threads, notes } = await readAll(githubDiscussions, {
      'd.json': page(discussion({ comments: { nodes: [comment(10, { replies: { nodes: replies } })] } })),
    });
    expect(threads[0]?.answers.map(({ anchor, comments }) => [anchor, comments.map(({ text }) => text)])).toEqual([
      ['comment-10', ['Fine.']],
      ['comment-11', []],
      ['comment-12', []],
    ]);
    expect(threads[0]?.acceptedId).toBe('ada/locks/3#discussioncomment-11');
    expect(notes).toEqual([
      'changed reply-as-answer ada/locks/3#discussioncomment-11: a reply to ada/locks/3#discussioncomment-10 is an answer of its own: it is the accepted answer',
      'changed reply-as-answer ada/locks/3#discussioncomment-12: a reply to ada/locks/3#discussioncomment-10 is an answer of its own: it is more than a comment can hold',
    ]);
  });

  test('to a comment that was deleted is an answer; spam and empty posts are left out; nobody is nobody', async () => {
    const nodes = [
      comment(10, { deletedAt: '2025-02-01T00:00:00Z', replies: { nodes: [comment(11, { author: null })] } }),
      comment(12, { isMinimized: true, minimizedReason: 'spam' }),
      comment(13, { body: ' ' }),
    ];
    const { threads, notes, report } = await readAll(githubDiscussions, {
      'd.json': page(discussion({ body: '', comments: { nodes } })),
    });
    expect(threads[0]?.answers.map(({ anchor, author }) => [anchor, author])).toEqual([['comment-11', {}]]);
    expect(threads[0]?.question.body).toBe('How do I lock?');
    expect(notes).toEqual([
      'left-out deleted-post ada/locks/3#discussioncomment-10: was deleted; the replies to it are answers now',
      'left-out hidden-post ada/locks/3#discussioncomment-12: was hidden as spam',
      'left-out empty-post ada/locks/3#discussioncomment-13: has no text',
      'changed empty-question ada/locks/3: the question has no text; its title stands there',
    ]);
    expect(report.summary().counts.answers).toEqual({
      read: 4,
      leftOut: { 'deleted-post': 1, 'hidden-post': 1, 'empty-post': 1 },
      written: 0,
    });
  });
});

test('two comments with one id: the first is kept', async () => {
  const nodes = [comment(10, { body: 'First' }), comment(10, { body: 'Second', replies: { nodes: [comment(11)] } })];
  const { threads, notes, report } = await readAll(githubDiscussions, {
    'd.json': page(discussion({ comments: { nodes } })),
  });
  expect(threads[0]?.answers.map(({ body }) => body)).toEqual(['First']);
  expect(notes).toEqual([
    'problem same-id ada/locks/3#discussioncomment-10: a second comment has this id; the first is kept',
  ]);
  expect(report.summary().counts).toMatchObject({
    answers: { read: 2, leftOut: { 'same-id': 1 } },
    comments: { read: 1, leftOut: { 'same-id': 1 } },
  });
});

test('tags that no HTML has are shown, and frames of a page go', async () => {
  const body = '<html><body>\n<p>Use arn:<region>:x and `<region>`.</p>\n</body></html>';
  const { threads, notes } = await readAll(githubDiscussions, { 'd.json': page(discussion({ body })) });
  expect(threads[0]?.question.body).toBe('\n<p>Use arn:&lt;region&gt;:x and `&lt;region&gt;`.</p>\n');
  expect(notes).toEqual([
    'changed tag-shown ada/locks/3: these are shown as they were typed, which GitHub did not: <region>',
  ]);
});

describe('the file', () => {
  const one = discussion();
  const two = discussion({ number: 4, url: url.replace('3', '4') });
  const ids = ['ada/locks/3', 'ada/locks/4'];

  test.each([
    ['one page', page(one, two)],
    ['pages one behind the other', page(one) + page(two)],
    ['a list of pages', `[${page(one)},${page(two)}]`],
    ['a page printed over many lines', JSON.stringify(JSON.parse(page(one, two)), null, 2)],
    ['a discussion a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['a list of discussions', JSON.stringify([one, two])],
  ])('may be %s', async (_, text) => {
    const { threads, notes } = await readAll(githubDiscussions, { 'd.json': text });
    expect(threads.map(({ externalId }) => externalId)).toEqual(ids);
    expect(notes).toEqual([]);
  });

  test('may be broken in places: each is reported with its place, and the rest is read', async () => {
    const lines = [
      JSON.stringify(one),
      '{"number": 5, oops}',
      '{"title": "no number"}',
      JSON.stringify({ errors: [{ message: 'Bad credentials' }] }),
      JSON.stringify(one),
      JSON.stringify(two),
    ];
    const { threads, notes } = await readAll(githubDiscussions, { 'd.jsonl': lines.join('\n') });
    expect(threads.map(({ externalId }) => externalId)).toEqual(ids);
    expect(notes).toEqual([
      'problem no-json d.jsonl:2:15: this line is not JSON: "oops}" cannot stand here; it is left out',
      'problem no-discussion d.jsonl:3: is JSON, but no discussion as the query gives it (see --help): number: expected number, and it is missing',
      'problem query-failed d.jsonl:4: GitHub answered with an error: Bad credentials',
      'problem same-id d.jsonl:5: the discussion ada/locks/3 has come before; the first is kept',
    ]);
  });

  test('may end in the middle: what was whole is read', async () => {
    const { threads, notes } = await readAll(githubDiscussions, { 'd.json': page(one, two).slice(0, -30) });
    expect(threads.map(({ externalId }) => externalId)).toEqual(ids.slice(0, 1));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('problem no-json d.json:1:');
  });

  test('may have a line that is not UTF-8', async () => {
    const text = Buffer.from(JSON.stringify(discussion({ title: 'Café' })), 'latin1');
    const { threads, notes } = await readAll(githubDiscussions, {
      'd.jsonl': Buffer.concat([text, Buffer.from(`\n${JSON.stringify(two)}`)]),
    });
    expect(threads.map(({ title }) => title)).toEqual(['Caf\u{fffd}', 'How do I lock?']);
    expect(notes).toEqual([
      'problem encoding d.jsonl:1:25: is not UTF-8 from here on; what cannot be read is shown as \u{fffd}',
    ]);
  });

  test('that holds fewer comments than it says is reported', async () => {
    const { notes } = await readAll(githubDiscussions, {
      'd.json': page(discussion({ comments: { totalCount: 9, nodes: [comment(10)] } })),
    });
    expect(notes).toEqual([
      'problem incomplete-discussion ada/locks/3: has 9 comments, of which 1 are here; ask for more at once (first: 100) and import again',
    ]);
  });

  test('without a discussion is an error that says what to give', async () => {
    await expect(readAll(githubDiscussions, { 'd.json': '{"a": 1}' })).rejects.toThrow('holds no discussion');
  });
});

test.each([
  ['https://github.com/Ada/locks/discussions/3', 'ada/locks/3'],
  ['https://github.com/ada/locks/discussions/3?sort=new#discussioncomment-10', 'ada/locks/3#discussioncomment-10'],
  ['https://github.com/ada/locks/issues/3', undefined],
])('the post behind %s', (address, id) => {
  expect(githubDiscussions.postOfUrl(address, 'Ada/locks')).toBe(id);
});

test('--help shows a query that asks for all that is read', () => {
  for (const word of ['upvoteCount', 'stateReason', 'lastEditedAt', 'isAnswer', 'replies', 'labels', 'category']) {
    expect(githubDiscussions.help).toContain(word);
  }
});
