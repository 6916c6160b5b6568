import { describe, expect, test } from 'vitest';
import { fits, fittingText, forgeTakes } from '../../../../src/core/contribute/address-length.ts';
import { askAddress, askedWords } from '../../../../src/core/contribute/ask-address.ts';
import { answerName, threadName } from '../../../../src/core/contribute/draft-name.ts';
import { fillDraft } from '../../../../src/core/contribute/fill-draft.ts';
import { answerDraft, questionDraft } from '../../../../src/core/contribute/new-post.ts';

const guide = { author: 'your handle', text: 'Write -- below.\nPlease.' };
const facts = { builtOn: '2026-01-31', today: '2026-02-03', name: '2026-02-03-x7k2p9' };

test('an answer that is begun has no votes, and its guide cannot end its comment', () => {
  expect(answerDraft('2026-01-31', { ...guide, text: 'Write --> below.' })).toBe(
    '---\nauthor: # your handle\ndate: 2026-01-31\n---\n\n<!-- guide:\nWrite —> below.\n-->\n\n',
  );
});

describe('fillDraft', () => {
  test('puts the day, the name and the title into a text', () => {
    expect(fillDraft(questionDraft('2026-01-31', guide), { ...facts, title: 'Why "so": slow?' })).toBe(
      '---\ntitle: "Why \\"so\\": slow?"\nauthor: # your handle\ndate: 2026-02-03\ntags: []\n---\n\n<!-- guide:\nWrite — below.\nPlease.\n-->\n\n',
    );
  });

  test.each([
    ['content/threads/a/answers/name-your-answer.md', 'content/threads/a/answers/2026-02-03-x7k2p9.md'],
    ['?filename=threads%2Fa%2Fanswers%2Fname-your-answer.md', '?filename=threads%2Fa%2Fanswers%2F2026-02-03-x7k2p9.md'],
    ['name-your-answer.md', '2026-02-03-x7k2p9.md'],
    ['/create-file/main/threads/name-your-question/?at=main', '/create-file/main/threads/2026-02-03-x7k2p9/?at=main'],
    ['threads/how-to-name-your-answer/answers/b.md', 'threads/how-to-name-your-answer/answers/b.md'],
    ['threads/name-your-answer/question.md', 'threads/name-your-answer/question.md'],
  ])('names %s', (path, expected) => {
    expect(fillDraft(path, facts)).toBe(expected);
  });

  test('a mail ends its lines with CRLF', () => {
    expect(fillDraft('title%3A%0D%0Adate%3A%202026-01-31', { ...facts, title: 'Why?' }, encodeURIComponent)).toBe(
      'title%3A%20%22Why%3F%22%0D%0Adate%3A%202026-02-03',
    );
  });
});

test('fifty people who answer on one day have fifty names', () => {
  expect(answerName('2026-02-03', 'x7k2p9')).toBe('2026-02-03-x7k2p9');
  expect(threadName('Ist C# schön: "ja"?', '2026-02-03', 'x7k2p9')).toBe('ist-c-schon-ja-x7k2p9');
  expect(threadName('Почему?', '2026-02-03', 'x7k2p9')).toBe('2026-02-03-x7k2p9');
  expect(threadName('word '.repeat(40), '2026-02-03', 'x7k2p9')).toBe(`${'word-'.repeat(9)}word-x7k2p9`);
});

test('what was searched for is asked without operators and without what was not wanted', () => {
  expect(askedWords('[python] slow "in a loop" -java votes:3')).toBe('slow in a loop');
});

describe('askAddress', () => {
  const editor = `https://forge.example/new?filename=threads%2Fname-your-question%2Fquestion.md&value=${encodeURIComponent(questionDraft('2026-01-31', guide))}`;
  const browser = { builtOn: '2026-01-31', today: '2026-02-03', random: 'x7k2p9' };

  test('fills the draft of the editor', () => {
    const address = new URL(askAddress(editor, 'Why slow', browser));
    expect(address.searchParams.get('filename')).toBe('threads/why-slow-x7k2p9/question.md');
    expect(address.searchParams.get('value')).toMatch(
      /^---\ntitle: "Why slow"\nauthor: # your handle\ndate: 2026-02-03\n/,
    );
  });

  test('hands the title to the page with the draft', () => {
    expect(askAddress('/base/ask/', 'Why & how', browser)).toBe('/base/ask/?title=Why%20%26%20how');
    expect(askAddress('/base/ask/', '', browser)).toBe('/base/ask/');
  });

  test('shortens a title at a word until the forge takes it, also after signing in', () => {
    const address = askAddress(editor, 'длинное слово '.repeat(100), browser);
    expect(forgeTakes(address)).toBe(true);
    expect(encodeURIComponent(address).length).toBeGreaterThan(7_500);
    expect(new URL(address).searchParams.get('value')).toMatch(/^---\ntitle: "длинное .*(?:длинное|слово)…"\n/);
  });
});

test('a text that does not fit even empty is left out', () => {
  expect(fittingText('some words', (text) => `mailto:${'x'.repeat(1885)}${text}`)).toBe('some…');
  expect(fittingText('some words', (text) => `mailto:${'x'.repeat(2000)}${text}`)).toBe('');
  expect(fits(`mailto:${'x'.repeat(2000)}`)).toBe(false);
});
