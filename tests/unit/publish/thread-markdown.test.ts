import { expect, test } from 'vitest';
import { frenchGuide } from '../../../src/core/contribute/guides/fr.ts';
import { guideComment } from '../../../src/core/contribute/new-post.ts';
import { threadMarkdown } from '../../../src/publish/thread-markdown.ts';
import { answer, post, thread, urls } from './thread.ts';

const answersOf = (slug: string) => (slug === 'other' ? ['use-a-lock'] : undefined);

test('a thread becomes one document', () => {
  const comment = { author: { name: 'Cy' }, date: '2026-01-15', votes: 1, html: 'Which <em>lock</em>?' };
  expect(
    threadMarkdown(
      thread({
        question: post({
          date: '2026-01-14',
          body: 'See [other](../other/answers/use-a-lock.md), [mine](answers/a.md), [gone](../gone/question.md).\n\n![p](images/a.png)\n',
          comments: [comment],
          source: { site: 'Old: site', url: 'https://old.example/1', id: '1' },
        }),
        answers: [
          answer('a', { accepted: true, votes: 1, edited: '2026-03-01T10:00Z', body: '```\nopen', license: 'MIT' }),
          answer('b', { author: { name: 'anonymous' }, body: '![p](../images/b.png)' }),
        ],
      }),
      answersOf,
      urls,
    ),
  ).toBe(`---
title: How do locks work?
url: https://example.org/archive/questions/locks/
license: CC-BY-SA-4.0
source:
  site: "Old: site"
  url: https://old.example/1
  id: "1"
date: 2026-01-14
votes: 3
tags:
  - c#
lang: en
---

# How do locks work?

*Asked by Ada on 2026-01-14 · 3 votes*

See [other](https://example.org/archive/questions/other/#use-a-lock), [mine](https://example.org/archive/questions/locks/#a), [gone](../gone/question.md).

![p](https://example.org/archive/questions/locks/images/a.png)

Comments:

- Which lock? — Cy on 2026-01-15 · 1 vote

## Answer by Ada (accepted)

*Answered by Ada · edited on 2026-03-01 · 1 vote · <https://example.org/archive/questions/locks/#a> · MIT*

\`\`\`
open
\`\`\`

## Answer by anonymous

*Answered by anonymous · 3 votes · <https://example.org/archive/questions/locks/#b>*

![p](https://example.org/archive/questions/locks/images/b.png)
`);
});

test('a title stays one heading, and the header stays valid', () => {
  const text = threadMarkdown(thread({ title: '---\n# *a* `b`\n- "c": [d]' }), answersOf, urls);
  expect(text.split('\n')[1]).toBe(`title: '--- # *a* \`b\` - "c": [d]'`);
  expect(text).toContain('\n# \\--- # \\*a\\* \\`b\\` - "c": \\[d]\n');
});

test('the guide of a prefilled file is not published', () => {
  const question = post({ body: `${guideComment(frenchGuide.guideAnswer)}\nHow?\n` });
  const text = threadMarkdown(thread({ question }), answersOf, urls);
  expect(text).not.toContain('guide');
  expect(text).toContain('\n\nHow?\n');
});

test('what somebody wrote into the guide is published', () => {
  const question = post({ body: '<!-- guide:\nWrite below.\n\nHow?\n-->\n' });
  expect(threadMarkdown(thread({ question }), answersOf, urls)).toContain('\n\nHow?\n');
});
