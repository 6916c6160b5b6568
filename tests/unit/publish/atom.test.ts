import { expect, test } from 'vitest';
import { atom } from '../../../src/publish/atom.ts';
import { hostile, post, summary, urls } from './thread.ts';
import { textsOf, xmlTree } from './xml-tree.ts';

const head = {
  title: 'Archive',
  description: 'All of it',
  lang: 'en',
  self: 'https://example.org/archive/feed.xml',
  page: 'https://example.org/archive/',
};

test('a thread becomes an entry with absolute addresses and dates with a time', () => {
  const dated = summary({ question: post({ date: '2026-01-14', edited: '2026-02-01T09:30Z' }) });
  expect(atom(head, [{ thread: dated, html: '<p><a href="/archive/tags/">t</a></p>' }], urls)).toBe(
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Archive</title>` +
      `<subtitle>All of it</subtitle><id>https://example.org/archive/feed.xml</id>` +
      `<link rel="self" type="application/atom+xml" href="https://example.org/archive/feed.xml"/>` +
      `<link rel="alternate" type="text/html" href="https://example.org/archive/"/><updated>2026-02-01T09:30:00Z</updated>` +
      `<generator>Responsa</generator><entry><title>How do locks work?</title>` +
      `<id>https://example.org/archive/questions/locks/</id>` +
      `<link rel="alternate" type="text/html" href="https://example.org/archive/questions/locks/"/>` +
      `<published>2026-01-14T00:00:00Z</published><updated>2026-02-01T09:30:00Z</updated>` +
      `<author><name>Ada</name><uri>https://example.org/archive/authors/ada/</uri></author><category term="c#"/>` +
      `<summary>How?</summary><content type="html">&#x3C;p>&#x3C;a href="https://example.org/archive/tags/">t&#x3C;/a>&#x3C;/p></content>` +
      `</entry></feed>\n`,
  );
});

test('threads without a date are left out, and an empty feed still has a date', () => {
  const tree = xmlTree(atom(head, [{ thread: summary() }], urls));
  expect([textsOf(tree, 'entry'), textsOf(tree, 'updated')]).toEqual([[], ['1970-01-01T00:00:00Z']]);
});

test('whatever the texts hold, the document is well-formed and says the same', () => {
  const thread = summary({
    title: hostile,
    question: post({ date: '2026-01-14', excerpt: hostile, author: { name: hostile } }),
  });
  const tree = xmlTree(atom({ ...head, title: hostile }, [{ thread, html: `<p>${hostile}</p>` }], urls));
  const readable = hostile
    .replace(/[\u0000\u0008]/g, '')
    .toWellFormed()
    .replace('\uFFFE', '\u{FFFD}');
  expect(textsOf(tree, 'title')).toEqual([readable, readable]);
  expect(textsOf(tree, 'summary')).toEqual([readable]);
  expect(textsOf(tree, 'name')).toEqual([readable]);
  expect(textsOf(tree, 'content')).toEqual([`<p>${readable}</p>`]);
});
