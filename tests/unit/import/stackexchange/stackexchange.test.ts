import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentOf, scratchFolder, writeTree } from '../scratch-folder.ts';
import { importDump } from './import-dump.ts';
import { row, smallDump, xmlFile } from './small-dump.ts';

test('a dump becomes threads, tags and authors', async () => {
  const folder = scratchFolder();
  const report = await importDump(writeTree(join(folder, 'dump'), smallDump), join(folder, 'content'));
  expect(report.balance()).toEqual([]);
  expect(report.hasProblems).toBe(false);
  expect(contentOf(join(folder, 'content'))).toEqual({
    'threads/how-to-name-a-cat/question.md': `---
title: How to name a cat?
author: asa-oberg
votes: 10
date: 2018-02-06T20:19:50.957Z
edited: 2018-06-01T00:00:00Z
tags: [c#, cats]
accepted: "3"
aliases: [questions/1]
license: CC-BY-SA-3.0
source: {site: cats.example.org, url: https://cats.example.org/questions/1, id: "1"}
comments:
  - author: anonymous
    date: 2018-02-07T00:00:00Z
    votes: 2
    text: Earlier, see [cats](https://cats.example.org/questions/tagged/cats)
  - author: anonymous-8
    date: 2018-02-08T00:00:00Z
    votes: 0
    text: "Later: \`x\`"
---
See [that](../how-to-name-a-cat-4/question.md) and <kbd>Ctrl</kbd>.
`,
    'threads/how-to-name-a-cat/answers/3.md': `---
author: anonymous-8
votes: 5
date: 2018-03-01T10:00:00Z
license: CC-BY-SA-3.0
source: {site: cats.example.org, url: https://cats.example.org/a/3, id: "3"}
---
Tom, as in [this](../../how-to-name-a-cat-4/question.md).
`,
    'threads/how-to-name-a-cat-4/question.md': `---
title: How to name a cat?
author: {name: user9}
votes: -2
date: 2018-03-01T10:00:00Z
tags: [cats]
status: closed
closedReason: Duplicate
duplicateOf: how-to-name-a-cat
aliases: [questions/4]
license: CC-BY-SA-3.0
source: {site: cats.example.org, url: https://cats.example.org/questions/4, id: "4"}
---
Cat, name?
`,
    'tags/cats.md': `---
description: For cats.
---
Read [the answer](../threads/how-to-name-a-cat/answers/3.md).
`,
    'authors/asa-oberg.md': `---
name: Åsa Öberg
url: https://cats.example.org/users/7
links:
  - title: Website
    url: https://asa.example
---
I like *cats*.
`,
    'authors/anonymous-8.md': `---
name: anonymous
url: https://cats.example.org/users/8
---
`,
  });
  expect(report.summary().kinds).toEqual({
    'changed: no-author': 1,
    'changed: tag-link': 1,
    'changed: thread-link': 2,
    'info: math': 1,
  });
});

test('the newest Markdown of the history is the body, and the reason of a closed question is found there', async () => {
  const folder = scratchFolder();
  const history = [
    {
      Id: 3,
      PostHistoryTypeId: 5,
      PostId: 1,
      CreationDate: '2018-03-03T00:00:00.000',
      Text: 'Newest\r\n\r\n<!-- language: lang-py -->\r\n\r\n    x = 1',
    },
    { Id: 1, PostHistoryTypeId: 2, PostId: 1, CreationDate: '2018-03-01T00:00:00.000', Text: 'First' },
    { Id: 2, PostHistoryTypeId: 8, PostId: 1, CreationDate: '2018-03-02T00:00:00.000', Text: 'Rolled back' },
    { Id: 4, PostHistoryTypeId: 10, PostId: 1, CreationDate: '2018-03-04T00:00:00.000', Comment: '105' },
  ];
  const question = {
    Id: 1,
    PostTypeId: 1,
    CreationDate: '2018-03-01T00:00:00.000',
    Score: 0,
    Body: '<p>x</p>',
    Title: 'T',
    Tags: '<a>',
    ClosedDate: '2018-03-04T00:00:00.000',
    OwnerDisplayName: 'u',
  };
  const dump = writeTree(join(folder, 'dump'), {
    'Posts.xml': xmlFile('posts', [row(question)]),
    'PostHistory.xml': xmlFile('posthistory', history.map(row)),
  });
  await importDump(dump, join(folder, 'content'));
  expect(contentOf(join(folder, 'content'))['threads/t/question.md']).toMatch(
    /closedReason: Opinion-based\n[^]*---\nNewest\n\n```py\nx = 1\n```\n$/,
  );
});

test('only what is selected comes over, and the rest is counted', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), smallDump);
  const report = await importDump(dump, join(folder, 'content'), { selection: { minVotes: 0, tags: ['Cats'] } });
  expect(Object.keys(contentOf(join(folder, 'content'))).filter((file) => file.endsWith('question.md'))).toEqual([
    'threads/how-to-name-a-cat/question.md',
  ]);
  expect(report.balance()).toEqual([]);
  expect(report.summary().counts.threads).toEqual({ read: 2, written: 1, leftOut: { '--min-votes': 1 } });
});

test('a dry run reports and writes nothing', async () => {
  const folder = scratchFolder();
  const dump = writeTree(join(folder, 'dump'), smallDump);
  const report = await importDump(dump, join(folder, 'content'), { dryRun: true });
  expect(report.files).toEqual({ written: 6, unchanged: 0, kept: 0 });
  expect(contentOf(join(folder, 'content'))).toEqual({});
});
