import { expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/load.ts';
import { contentFolder, png, question } from './content-folder.ts';
import { config } from './rules/check.ts';

async function load(files: Record<string, string | Uint8Array>, only?: ReadonlySet<string>) {
  using folder = contentFolder(files);
  const pages: unknown[] = [];
  const onPage = ({ page }: { page: string }) => pages.push(JSON.parse(page));
  const options = { contentDir: folder.content, contentName: 'content', config, jobs: 1, onPage };
  const archive = await loadArchive(only ? { ...options, only } : options);
  return { ...archive, pages };
}

test('a thread with all there can be', async () => {
  const { pages, threads, diagnostics } = await load({
    'threads/locks/question.md': question(
      'How do I keep [writers](../keys/question.md) apart?\n\n![A lock](images/lock.png)',
      [
        'votes: -2',
        'date: 2026-01-14',
        'edited: 2026-01-15T10:00Z',
        'tags: [py, python, c++]',
        'accepted: wait',
        'status: closed',
        'closedReason: Answered.',
        'duplicateOf: keys',
        'aliases: [old, questions/7]',
        'lang: de',
        'source: {site: Old, url: https://old.example/7, id: 7, retrieved: 2026-01-20}',
        'comments:',
        '  - {author: {name: Cy}, date: 2026-02-01, votes: 1, text: "Which *ones*?"}',
        '',
      ].join('\n'),
    ),
    'threads/locks/answers/lock.md': '---\nauthor: bo\nvotes: 5\nlicense: MIT\n---\nUse `flock`.\n',
    'threads/locks/answers/wait.md': '---\nauthor: anonymous\n---\nWait.\n',
    'threads/locks/images/lock.png': png(3, 2),
    'threads/keys/question.md': question(),
    'tags/python.md': '---\nsynonyms: [py]\n---\n',
    'authors/ada.md': '---\nname: Ada Lovelace\n---\n',
  });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['tag-synonym']);
  const page = pages.find((one) => (one as { slug: string }).slug === 'locks');
  const blank = { comments: [], hasCode: false, hasMath: false, hasPicture: false };
  expect(page).toEqual({
    slug: 'locks',
    title: 'How do locks work?',
    tags: ['python', 'c++'],
    lang: 'de',
    status: 'closed',
    closedReason: 'Answered.',
    accepted: 'wait',
    duplicateOf: 'keys',
    aliases: ['old', 'questions/7'],
    question: {
      ...blank,
      path: 'threads/locks/question.md',
      author: { name: 'Ada Lovelace', handle: 'ada' },
      votes: -2,
      date: '2026-01-14',
      edited: '2026-01-15T10:00Z',
      license: 'CC-BY-SA-4.0',
      source: { site: 'Old', url: 'https://old.example/7', id: '7', retrieved: '2026-01-20' },
      comments: [{ author: { name: 'Cy' }, date: '2026-02-01', votes: 1, html: 'Which <em>ones</em>?' }],
      body: 'How do I keep [writers](../keys/question.md) apart?\n\n![A lock](images/lock.png)\n',
      html:
        '<p dir="auto">How do I keep <a href="/questions/keys/">writers</a> apart?</p>\n' +
        '<p dir="auto"><img src="/questions/locks/images/lock.png" alt="A lock" width="3" height="2" loading="lazy" decoding="async"></p>',
      excerpt: 'How do I keep writers apart?',
      hasPicture: true,
    },
    answers: [
      {
        ...blank,
        id: 'wait',
        accepted: true,
        path: 'threads/locks/answers/wait.md',
        author: { name: 'anonymous' },
        votes: 0,
        license: 'CC-BY-SA-4.0',
        body: 'Wait.\n',
        html: '<p dir="auto">Wait.</p>',
        excerpt: 'Wait.',
      },
      {
        ...blank,
        id: 'lock',
        accepted: false,
        path: 'threads/locks/answers/lock.md',
        author: { name: 'bo', handle: 'bo' },
        votes: 5,
        license: 'MIT',
        body: 'Use `flock`.\n',
        html: '<p dir="auto">Use <code>flock</code>.</p>',
        excerpt: 'Use flock.',
      },
    ],
  });
  expect(threads.find(({ slug }) => slug === 'locks')).toMatchObject({
    cites: ['keys'],
    pictures: ['lock.png'],
    aliases: [{ alias: 'old' }, { alias: 'questions/7' }],
    contributions: [
      { handle: 'ada', votes: -2 },
      { handle: 'bo', votes: 5, answer: { id: 'lock', votes: 5, accepted: false, excerpt: 'Use flock.' } },
    ],
  });
});

test('only the threads that are asked for are loaded, and the archive as a whole is not judged', async () => {
  const files = {
    'threads/locks/question.md': question('How?', 'aliases: [keys]\n'),
    'threads/keys/question.md': question('How?', 'aliases: [locks]\nvotes: x\n'),
  };
  const { threads, diagnostics, pages } = await load(files, new Set(['locks', 'none']));
  expect([threads.map(({ slug }) => slug), diagnostics, pages.length]).toEqual([['locks'], [], 1]);
});

test('a thread without a valid name or question is not shown', async () => {
  const { pages, threads } = await load({
    'threads/Bad Name/question.md': question(),
    'threads/locks/answers/a.md': '---\nauthor: bo\n---\nSo.\n',
    'threads/keys/question.md': 'no frontmatter',
  });
  expect(pages).toEqual([]);
  expect(threads.map(({ slug, summary }) => [slug, summary])).toEqual([
    ['Bad Name', undefined],
    ['keys', undefined],
    ['locks', undefined],
  ]);
});

test('tags and authors with their texts', async () => {
  const { tags, authors, diagnostics } = await load({
    'tags/c++.md': '---\ntitle: C++\ndescription: A language.\nsynonyms: [cpp]\n---\nSee [Ada](../authors/ada.md).\n',
    'tags/базы-данных.md': '---\n---\n',
    'authors/ada.md':
      '---\nname: Ada L.\nurl: https://ada.example\nlinks: [{title: Code, url: https://code.example}]\n---\n',
    'threads/locks/question.md': question(),
  });
  expect(diagnostics).toEqual([]);
  expect(tags).toEqual([
    {
      name: 'c++',
      title: 'C++',
      description: 'A language.',
      synonyms: ['cpp'],
      html: '<p dir="auto">See <a href="/authors/ada/">Ada</a>.</p>',
    },
    { name: 'базы-данных', title: 'базы-данных', synonyms: [], html: '' },
  ]);
  expect(authors).toEqual([
    {
      handle: 'ada',
      name: 'Ada L.',
      url: 'https://ada.example',
      links: [{ title: 'Code', url: 'https://code.example' }],
      html: '',
    },
  ]);
});
