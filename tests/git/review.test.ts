import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkChange } from '../../src/contribute/check-change.ts';
import { indexQuestions } from '../../src/contribute/questions.ts';
import { reviewChange } from '../../src/contribute/review/review.ts';
import { archive, config } from './_archive.ts';
import { testRepository, type Files } from './_repository.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What `npm run review` says of a change that the account `stranger` hands in, on a day. */
async function reviewOf(files: Files, before: Files = archive): Promise<string> {
  using repository = testRepository(before);
  repository.commit('request', files, 'main');
  repository.git('switch', '-q', 'request');
  const checked = await checkChange({
    contentDir: join(repository.root, 'content'),
    contentName: 'content',
    config,
    jobs: 1,
    base: 'main',
    actor: 'stranger',
  });
  return reviewChange(checked, {
    config,
    actor: 'stranger',
    questions: () => indexQuestions([]),
    largest: 65_536,
    today: '2026-01-31',
  });
}

const mine = 'content/threads/locks/answers/mine.md';

test('of a new post everything is shown: who signs it and where that leads, its age, its comments, all addresses', async () => {
  const text = `---
author: {name: Ann *Other*, url: https://ann.example/shop}
date: 2019-03-01
edited: 2026-01-29
comments:
  - {author: stranger, text: "See [this](https://comment.example/a) and https://comment.example/b"}
  - author: {name: Bo, url: https://bo.example}
    date: 2026-01-30
    text: I <b>agree</b>.
---
Like [this](https://text.example).
`;
  expect(await reviewOf({ [mine]: text })).toBe(`## What this changes

1 new answer, in 1 file, handed in by \`stranger\`. **1 thing is for curators to decide.**

### Policy

- **For curators** (\`policy-comments\`) \`${mine}:7\`: this adds or changes a comment by "Bo"
- Passes, since policy.allow has name (\`policy-name\`) \`${mine}:2\`: the answer mine of locks is signed as "Ann \\*Other\\*", which nobody can vouch for

### New answer: \`mine\` to How do locks work?

\`${mine}\`

By \`"Ann *Other*"\` at \`https://ann.example/shop\` · **backdated** to 2019-03-01, 2,528 days ago · licence \`CC-BY-SA-4.0\` · 2 words, 1 min

- \`edited\`: 2026-01-29

> Like this.

2 comments:

- \`stranger\`: See \\[this\\]\\(https:\u200b//comment.example/a\\) and https:\u200b//comment.example/b
- \`"Bo"\` at \`https://bo.example\`, 2026-01-30: I &lt;b\\>agree&lt;/b\\>.

New links:

- \`https://text.example\`
- \`https://comment.example/a\`
- \`https://comment.example/b\`
- \`https://ann.example/shop\`
- \`https://bo.example\`
`);
});

test('a post of these days is dated, and one of a longer time ago is backdated', async () => {
  const dated = async (date: string) =>
    (await reviewOf({ [mine]: `---\nauthor: stranger\ndate: ${date}\n---\nX.\n` })).split('\n').slice(-4, -3);
  expect(await dated('2026-01-28')).toEqual([
    'By `stranger` · dated 2026-01-28 · licence `CC-BY-SA-4.0` · 1 word, 1 min',
  ]);
  expect(await dated('2026-01-27')).toEqual([
    'By `stranger` · **backdated** to 2026-01-27, 4 days ago · licence `CC-BY-SA-4.0` · 1 word, 1 min',
  ]);
});

test('of a changed post: comments that came, went and changed as sentences, a signature as people read it, new addresses', async () => {
  const post = (author: string, comments: string) => `---\nauthor: ${author}\ncomments:\n${comments}---\nSo.\n`;
  const before = post(
    '{name: Ann, url: https://ann.example}',
    '  - {author: bo, date: 2026-01-01, text: Is it so?}\n  - {author: cy, text: No.}\n',
  );
  const after = post(
    '{name: Ann, url: https://other.example}',
    '  - {author: bo, date: 2026-01-01, text: Was it so?}\n  - {author: stranger, text: "See https://new.example"}\n',
  );
  const review = await reviewOf({ [mine]: after }, { ...archive, [mine]: before });
  expect(review.slice(review.indexOf('### Changed'))).toBe(`### Changed answer: \`mine\` to How do locks work?

\`${mine}\`

By \`"Ann"\` at \`https://other.example\` · licence \`CC-BY-SA-4.0\` · 1 word, 1 min

- \`author\`: "Ann" https:\u200b//<del>ann.example</del><ins>other.example</ins>

New comments:

- \`stranger\`: See https:\u200b//new.example

Deleted comments:

- \`cy\`: No.

Changed comments:

- \`bo\`, 2026-01-01: <del>Is</del><ins>Was</ins> it so?

New links:

- \`https://new.example\`
- \`https://other.example\`
`);
});

test('noise hides no rule: the gravest stand first, and each that found something is there', async () => {
  const noise = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`a${n}.txt`, 'x']));
  const review = await reviewOf({ ...noise, [mine]: '---\nauthor: stranger\nvotes: 3\n---\nX.\n' });
  const policy = review.slice(review.indexOf('### Policy'), review.indexOf('### Other files')).trimEnd().split('\n');
  expect(policy.slice(0, 5)).toEqual([
    '### Policy',
    '',
    `- **For curators** (\`policy-votes\`) \`${mine}:3\`: the answer mine of locks is new and has 3 votes; it begins at 0`,
    `- **For curators** (\`policy-provenance\`) \`${mine}:3\`: the votes of the answer mine of locks change to 3, and nothing says how they were counted`,
    '- **For curators** (`policy-outside`) `a0.txt:1`: this adds a file outside the content',
  ]);
  expect(policy.at(-1)).toBe('- … and 17 more (`policy-outside`)');
});
