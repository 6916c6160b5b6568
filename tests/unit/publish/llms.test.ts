import { expect, test } from 'vitest';
import { llms } from '../../../src/publish/llms.ts';
import { answer, post, summary, urls } from './thread.ts';

const config = { title: 'Archive', description: 'All of it.', license: 'CC-BY-SA-4.0' };

test('it names the archive and the Markdown of its threads', () => {
  const accepted = summary({ answers: [answer('a')], accepted: answer('a').id });
  expect(llms(config, [accepted], urls)).toBe(`# Archive

> All of it.

A thread is a question and its answers, the accepted one first, then by votes. Each is at questions/\\<slug>/, as Markdown at questions/\\<slug>.md and as JSON at questions/\\<slug>.json. Posts are licensed under CC-BY-SA-4.0 unless they say otherwise.

## Threads

- [How do locks work?](https://example.org/archive/questions/locks.md): 1 answer, one accepted. How?

## Optional

- [Sitemap](https://example.org/archive/sitemap-index.xml): the address of every page
- [Feed](https://example.org/archive/feed.json): the newest threads
- [Tags](https://example.org/archive/tags/): what the threads are about
`);
});

test('a title cannot end its link, nor an excerpt its line', () => {
  const thread = summary({ title: 'a](b) [c', question: post({ excerpt: 'one\n\n# two <b>' }) });
  expect(llms(config, [thread], urls)).toContain(
    '- [a\\](b) \\[c](https://example.org/archive/questions/locks.md): no answer. one # two \\<b>\n',
  );
});
