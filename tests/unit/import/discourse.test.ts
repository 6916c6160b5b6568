import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discourse } from '../../../src/import/discourse.ts';
import { importAndLoad } from './corpora.ts';
import { readAll } from './read-all.ts';

const site = { site: 'https://forum.example' };

type PostFields = { post_number: number; cooked: string } & Record<string, unknown>;

function topic(posts: PostFields[], fields: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 7,
    title: 'How do I lock a file?',
    slug: 'how-do-i-lock-a-file',
    post_stream: {
      posts: posts.map((post) => ({
        id: 100 + post.post_number,
        user_id: post.post_number,
        username: `user${post.post_number}`,
        created_at: '2020-01-02T03:04:05.678Z',
        ...post,
      })),
    },
    ...fields,
  });
}

async function bodyOf(cooked: string): Promise<string | undefined> {
  const { threads } = await readAll(discourse, { 'a.json': topic([{ post_number: 1, cooked }]) }, site);
  return threads[0]?.question.body;
}

describe('a topic', () => {
  test('becomes a thread with votes, dates, addresses and authors', async () => {
    const { threads, authors, report } = await readAll(
      discourse,
      {
        'a.json': topic(
          [
            {
              post_number: 1,
              cooked: '<p>How?</p>',
              actions_summary: [{ id: 2, count: 3 }],
              score: 99,
              version: 2,
              updated_at: '2020-02-01T00:00:00.000Z',
            },
            { post_number: 2, cooked: '<p>With flock.</p>', name: 'Ada L.', accepted_answer: true },
          ],
          { tags: ['files', { name: 'locks' }], category_id: 4, accepted_answer: { post_number: 2 } },
        ),
        'categories.json': JSON.stringify({ category_list: { categories: [{ id: 4, name: 'Support' }] } }),
      },
      site,
    );
    expect(threads).toEqual([
      {
        externalId: '7',
        title: 'How do I lock a file?',
        question: {
          externalId: '7',
          author: { externalId: '1', name: 'user1' },
          votes: 3,
          date: '2020-01-02T03:04:05Z',
          edited: '2020-02-01T00:00:00Z',
          source: { site: 'forum.example', url: 'https://forum.example/t/how-do-i-lock-a-file/7', id: '7' },
          body: 'How?',
          comments: [],
        },
        answers: [
          {
            externalId: '7/2',
            anchor: 'post-2',
            author: { externalId: '2', name: 'user2' },
            votes: 0,
            date: '2020-01-02T03:04:05Z',
            source: { site: 'forum.example', url: 'https://forum.example/t/how-do-i-lock-a-file/7/2', id: '7/2' },
            body: 'With flock.',
            comments: [],
          },
        ],
        acceptedId: '7/2',
        tags: ['files', 'locks', 'Support'],
        status: 'open',
        aliases: ['t/how-do-i-lock-a-file/7', 't/7'],
      },
    ]);
    expect(authors.map(({ name, url }) => [name, url])).toEqual([
      ['user1', 'https://forum.example/u/user1'],
      ['Ada L.', 'https://forum.example/u/user2'],
    ]);
    expect(report.notes).toEqual([]);
  });

  test('knows its forum by links within it', async () => {
    const internal = { url: 'http://forum.example/t/other/9/2', internal: true };
    const { threads } = await readAll(discourse, {
      'a.json': topic([{ post_number: 1, cooked: '<p>?</p>', link_counts: [internal] }]),
    });
    expect(threads[0]?.question.source.url).toBe('https://forum.example/t/how-do-i-lock-a-file/7');
  });

  test('is closed for the reason that was given', async () => {
    const posts = [
      { post_number: 1, cooked: '<p>?</p>' },
      {
        post_number: 2,
        cooked: '<p>Closed after <b>90</b> days.</p>',
        post_type: 3,
        action_code: 'autoclosed.enabled',
      },
    ];
    const { threads } = await readAll(discourse, { 'a.json': topic(posts, { closed: true }) }, site);
    expect(threads.map(({ status, closedReason, answers }) => ({ status, closedReason, answers }))).toEqual([
      { status: 'closed', closedReason: 'Closed after 90 days.', answers: [] },
    ]);
  });
});

describe('a reply', () => {
  test('is a comment when it is short text, also below a comment, and an answer otherwise', async () => {
    const { threads, report } = await readAll(
      discourse,
      {
        'a.json': topic([
          { post_number: 1, cooked: '<p>How?</p>' },
          { post_number: 2, cooked: '<p>So.</p>' },
          { post_number: 3, cooked: '<p>Thanks!</p><p>It works.</p>', reply_to_post_number: 2 },
          { post_number: 4, cooked: '<p>Good.</p>', reply_to_post_number: 3 },
          { post_number: 5, cooked: '<pre><code>flock</code></pre>', reply_to_post_number: 2 },
          { post_number: 6, cooked: `<p>${'long '.repeat(121)}</p>`, reply_to_post_number: 2 },
          { post_number: 7, cooked: '<p>Right.</p>', reply_to_post_number: 2, accepted_answer: true },
        ]),
      },
      site,
    );
    const [thread] = threads;
    expect(
      thread?.answers.map(({ externalId, comments }) => [
        externalId,
        comments.map(({ externalId, text }) => [externalId, text]),
      ]),
    ).toEqual([
      [
        '7/2',
        [
          ['7/3', 'Thanks!\\\nIt works.'],
          ['7/4', 'Good.'],
        ],
      ],
      ['7/5', []],
      ['7/6', []],
      ['7/7', []],
    ]);
    expect(thread?.acceptedId).toBe('7/7');
    expect(report.summary().counts).toMatchObject({
      threads: { read: 1 },
      answers: { read: 4 },
      comments: { read: 2 },
    });
  });

  test('that was deleted, hidden or whispered is left out and named', async () => {
    const { threads, notes } = await readAll(
      discourse,
      {
        'a.json': topic([
          { post_number: 1, cooked: '<p>How?</p>', username: null },
          { post_number: 2, cooked: '<p>(post deleted by author)</p>', user_deleted: true },
          { post_number: 3, cooked: '<p>Spam</p>', hidden: true },
          { post_number: 4, cooked: '<p>Who is this?</p>', post_type: 4 },
        ]),
      },
      site,
    );
    expect(threads[0]?.answers).toEqual([]);
    expect(threads[0]?.question.author).toEqual({});
    expect(notes).toEqual([
      'left-out deleted-post 7/2: was deleted, so it is left out',
      'left-out hidden-post 7/3: was hidden by the community, so it is left out',
      'left-out whisper 7/4: was for the staff alone, so it is left out',
    ]);
  });
});

test('a link to a reply that is a comment leads to the post that it is on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'responsa-test-'));
  try {
    writeFileSync(
      join(folder, 'a.json'),
      topic([
        { post_number: 1, cooked: '<p>See <a href="https://forum.example/t/x/7/3">there</a>.</p>' },
        { post_number: 2, cooked: '<p>So.</p>' },
        { post_number: 3, cooked: '<p>Good.</p>', reply_to_post_number: 2 },
      ]),
    );
    const { threads, report } = await importAndLoad(discourse, folder, site);
    expect(threads.map(({ question }) => question.body.trim())).toEqual(['See [there](answers/post-2.md).']);
    expect(report.balance()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('two posts with one number: the first is kept', async () => {
  const posts = [1, 2, 2].map((post_number, index) => ({ post_number, cooked: `<p>Post ${index}</p>` }));
  const { threads, notes } = await readAll(discourse, { 'a.json': topic(posts) }, site);
  expect(threads[0]?.answers.map(({ body }) => body)).toEqual(['Post 1']);
  expect(notes).toEqual(['problem same-id 7/2: a second post has this number; the first is kept']);
});

describe('what Discourse adds to HTML', () => {
  test.each([
    [
      'a quotation',
      '<aside class="quote" data-post="3" data-topic="9"><div class="title"><div class="quote-controls"></div><img class="avatar" src="/a.png"> ada:</div><blockquote><p>Words</p></blockquote></aside>',
      '> [ada](https://forum.example/t/9/3):\n>\n> Words',
    ],
    ['an emoji', '<p>Fine <img class="emoji" alt=":slight_smile:" title=":slight_smile:" src="/e.png"></p>', 'Fine 🙂'],
    ["a forum's own emoji", '<p><img class="emoji" alt=":our_logo:" src="/e.png"></p>', ':our_logo:'],
    [
      'a picture in a frame',
      '<div class="lightbox-wrapper"><a class="lightbox" href="/full.png" title="Chart"><img src="/small.png" alt="Chart"><div class="meta"><span class="informations">9×9</span></div></a></div>',
      '![Chart](https://forum.example/full.png)',
    ],
    [
      'a preview of a link',
      '<aside class="onebox x" data-onebox-src="https://x.example/p"><header class="source"><img class="site-icon" src="i.png"><a href="https://x.example/p">x.example</a></header><article class="onebox-body"><img class="thumbnail" src="t.png"><h3><a href="https://x.example/p">Page</a></h3><p>What it says</p></article></aside>',
      '> [x.example](https://x.example/p)\n>\n> **[Page](https://x.example/p)**\n>\n> What it says',
    ],
    [
      'lines of a file',
      '<pre class="onebox"><code class="lang-cpp"><ol class="start lines" start="172"><li>int a;\n</li><li>  int b;\n</li></ol></code></pre>',
      '```cpp\nint a;\n  int b;\n```',
    ],
    [
      'a film',
      '<div class="lazyYT" data-youtube-id="abc" data-youtube-title="A film"></div>',
      '[A film](https://www.youtube.com/watch?v=abc)',
    ],
    ['a mention', '<p><a class="mention" href="/u/ada">@ada</a>: yes</p>', '@ada: yes'],
    ['hidden text', '<div class="spoiler"><p>The end</p></div>', '>! The end'],
    [
      'a formula',
      '<p>So <span class="math">a_1 * b_2</span> costs $5.</p><div class="math">\nx^2\n</div>',
      'So $a_1 * b_2$ costs \\$5.\n\n$$\nx^2\n$$',
    ],
    ['code without a language', '<pre><code class="lang-auto">a &lt; b\n</code></pre>', '```\na < b\n```'],
  ])('%s becomes Markdown', async (_, cooked, markdown) => {
    expect(await bodyOf(cooked)).toBe(markdown);
  });
});

test('what was typed is taken where it is there, its BBCode, breaks, emoji and uploads made Markdown', async () => {
  const raw = [
    '[quote="ada, post:2, topic:9"]',
    'Words',
    '[/quote]',
    'One line :slight_smile:',
    'another, [b]bold[/b]',
    '',
    '![chart|690x388](upload://abc.png)',
    '',
    '```',
    ':slight_smile: [b]',
    'stays',
    '```',
  ].join('\n');
  const { threads } = await readAll(discourse, { 'a.json': topic([{ post_number: 1, cooked: '', raw }]) }, site);
  expect(threads[0]?.question.body).toBe(
    [
      '> [ada](https://forum.example/t/9/2):',
      '>',
      '> Words',
      '',
      'One line 🙂\\',
      'another, **bold**',
      '',
      '![chart](https://forum.example/uploads/short-url/abc.png)',
      '',
      '```',
      ':slight_smile: [b]',
      'stays',
      '```',
    ].join('\n'),
  );
});

describe('bad input', () => {
  const good = topic([{ post_number: 1, cooked: '<p>?</p>' }]);

  test('is reported with its place, and the rest is read', async () => {
    const { threads, notes } = await readAll(
      discourse,
      {
        'a.json': good,
        'b.json': '{"id": 3,\n "title": oops}',
        'c.json': '{"posts": []}',
        'd.json': good,
        'e.json': topic([{ post_number: 2, cooked: '<p>Yes</p>' }], { id: 8 }),
        'f.json': topic(
          [
            { post_number: 1, cooked: '<p>?</p>' },
            { post_number: 2, cooked: 5 as unknown as string },
          ],
          { id: 9 },
        ),
        'g.json': '{"id": 10, "title": "cut',
      },
      site,
    );
    expect(threads.map(({ externalId }) => externalId)).toEqual(['7', '9']);
    expect(notes).toEqual([
      'problem no-json b.json:2:11: something stands here that JSON does not have; what comes after it is not read',
      'problem no-topic c.json:1: is JSON, but no topic of Discourse as /t/ID.json gives it: id: expected number, and it is missing; post_stream: expected object, and it is missing',
      'problem same-id d.json:1: the topic 7 has come before; the first is kept',
      'problem no-question 8: the topic "How do I lock a file?" has no first post here, so it is left out; fetch it again from /t/8.json',
      'problem broken-post f.json:1 post_stream.posts[1]: is no post: cooked: expected string, received number; it is left out',
      'problem no-json g.json:1:25: the file ends in the middle of a value; what comes after it is not read',
    ]);
  });

  test('an incomplete topic is reported, and what is there comes over', async () => {
    const part = JSON.stringify({
      ...(JSON.parse(good) as object),
      post_stream: { posts: [{ id: 1, post_number: 1, cooked: '<p>?</p>' }], stream: [1, 2, 3] },
    });
    const { threads, notes } = await readAll(discourse, { 'a.json': part }, site);
    expect(threads).toHaveLength(1);
    expect(notes).toEqual([
      'problem incomplete-topic 7: has 3 posts, of which 1 are here; fetch it again from /t/7.json?print=true',
    ]);
  });

  test('a folder or file without a topic is an error that says what to give', async () => {
    await expect(readAll(discourse, { 'a.txt': '', 'b.txt': '' })).rejects.toThrow('has no .json files');
    await expect(readAll(discourse, { 'a.json': '[]' })).rejects.toThrow('holds no topic of Discourse');
    await expect(readAll(discourse, { 'a.json': good }, { site: 'not a host' })).rejects.toThrow('is no address');
  });
});

test.each([
  ['https://forum.example/t/slug/12/3?u=ada#x', '12/3'],
  ['http://forum.example/t/slug/12', '12'],
  ['https://forum.example/t/12/1', '12'],
  ['/t/slug/12/3', '12/3'],
  ['https://other.example/t/slug/12', undefined],
  ['https://forum.example/u/ada', undefined],
])('the post behind %s', (url, id) => {
  expect(discourse.postOfUrl(url, 'forum.example')).toBe(id);
});
