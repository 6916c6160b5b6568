import { expect, test } from 'vitest';
import { parseQuestion } from '../../../src/archive/parse-post.ts';
import { decode } from '../../../src/archive/source-file.ts';
import { config } from './rules/check.ts';

function parse(text: string) {
  const source = decode(Buffer.from(text), 'question.md');
  return 'rule' in source ? [source] : parseQuestion(source, config.limits);
}

/** The first thing that is wrong, as `line:column rule message → fix`. */
function firstProblem(frontmatter: string): string | undefined {
  const post = parse(`---\n${frontmatter}\n---\nHow?\n`);
  const [first] = Array.isArray(post) ? post : [];
  return first && `${first.line}:${first.column} ${first.rule} ${first.message} → ${first.fix ?? ''}`;
}

test('a file is cut in two, and every value has its place', () => {
  const post = parse('---\ntitle: How?\nauthor: ada\ncomments:\n  - {author: bo, text: "Why?"}\n---\n\nHow?\n');
  if (Array.isArray(post)) throw new Error('not parsed');
  expect(post.frontmatter).toEqual({
    title: 'How?',
    author: 'ada',
    votes: 0,
    tags: [],
    status: 'open',
    aliases: [],
    comments: [{ author: 'bo', votes: 0, text: 'Why?' }],
  });
  expect([post.body, post.bodyLine]).toEqual(['\nHow?\n', 7]);
  expect(post.placeOf(['comments', 0, 'text'])).toEqual({ line: 5, column: 24 });
  expect(post.placeOf(['comments', 0, 'date'])).toEqual({ line: 5, column: 5 });
  expect(post.placeOfKey([], 'author')).toEqual({ line: 3, column: 1 });
});

test.each([
  ['a date stays text', 'date: 2026-01-14', { date: '2026-01-14' }],
  ['yes, no and on are text', 'source: {site: no, id: on}', { source: { site: 'no', id: 'on' } }],
  ['a number as an id becomes text', 'source: {site: x, id: 12}', { source: { site: 'x', id: '12' } }],
])('%s', (_, line, expected) => {
  const post = parse(`---\ntitle: How?\nauthor: ada\n${line}\n---\nHow?\n`);
  expect(Array.isArray(post) ? post : post.frontmatter).toMatchObject(expected);
});

test('Windows line ends and a byte-order mark change neither the text nor the places', () => {
  const post = parse('\u{FEFF}---\r\ntitle: How?\r\nauthor: ada\r\n---\r\nHow?\r\nSo.\r\n');
  if (Array.isArray(post)) throw new Error('not parsed');
  expect([post.body, post.bodyLine]).toEqual(['How?\nSo.\n', 5]);
  expect(post.placeOfKey([], 'author')).toEqual({ line: 3, column: 1 });
});

const ok = 'title: x\nauthor: a\n';
test.each([
  [
    'title: Locks: how?',
    '2:13 frontmatter-syntax this line has a colon in the value of title, where YAML takes it for another key → write title: "Locks: how?"',
  ],
  [
    'title: How "a: b"?',
    `2:14 frontmatter-syntax this line has a colon in the value of title, where YAML takes it for another key → write title: 'How "a: b"?'`,
  ],
  [
    `${ok}tags:\n\t- a`,
    '5:1 frontmatter-syntax this line indents with a tab, which YAML does not allow → put spaces in the place of the tab',
  ],
  ['title: x\ntitle: y', '3:1 frontmatter-syntax this line has the key title a second time → keep one of the two'],
  [
    'title: "x\nauthor: a',
    '2:8 frontmatter-syntax this line opens a quotation with " and never closes it → write title: "x"',
  ],
  [`${ok}tags: [a, b\nvotes: 1`, '4:7 frontmatter-syntax this line opens [ and never closes it → write tags: [a, b]'],
  [
    'title: [Solved] how',
    '2:17 frontmatter-syntax this line has a value that goes on behind the closing ] → write title: "[Solved] how"',
  ],
  [
    "title: 'It's'",
    `2:12 frontmatter-syntax this line has a value that goes on behind the closing ' → write title: "It's"`,
  ],
  [
    'title: @x',
    '2:8 frontmatter-syntax this line has a value that begins with @, which means something else in YAML → write title: "@x"',
  ],
  [
    'title: - x',
    '2:8 frontmatter-syntax this line has a value that begins with -, which means something else in YAML → write title: "- x"',
  ],
  ['title:x\nauthor: a', '2:1 frontmatter-syntax this line has no space behind the colon → write title: x'],
  [
    'title: x\nauthor a\nvotes: 1',
    '3:1 frontmatter-syntax this line has no colon, so it is no key with a value → write author: a',
  ],
  [
    'title: x\n author: a',
    '3:2 frontmatter-syntax this line is indented, so it counts as part of the line above → begin the key at the start of the line',
  ],
  [
    'title: "a\\qb"',
    '2:10 frontmatter-syntax this line has a backslash between double quotes that means nothing → use single quotes, or write \\\\ for a backslash',
  ],
  [`title: x\n...\nauthor: a`, '3:1 frontmatter-syntax a line of ... among the keys ends them → remove the line'],
  ['Title: x\nauthor: a', '2:1 unknown-key the key "Title" is not known here → write title: case counts'],
  [`${ok}TAGS: [a]`, '4:1 unknown-key the key "TAGS" is not known here → write tags: case counts'],
  [`${ok}score: 3`, '4:1 unknown-key the key "score" is not known here → write votes'],
  [
    `${ok}comments:\n  - {autor: a, text: b}`,
    '5:6 unknown-key the key "autor" is not known in comments (item 1) → write author',
  ],
  [`${ok}body: How?`, '4:1 unknown-key the key "body" is not known here → write it as text below the frontmatter'],
  ['author: a', '2:1 missing-key the key title is missing → add it: title: What do you want to know?'],
  [
    `${ok}date: 14.01.2026`,
    '4:7 invalid-value date must be a date on the calendar, such as 2026-01-14 or 2026-01-14T09:30:00Z, not "14.01.2026" → write 2026-01-14',
  ],
  [`${ok}votes: "12"`, '4:8 invalid-value votes must be a whole number, not "12" → write votes: 12, without quotes'],
  [
    `${ok}tags: django, Python`,
    '4:7 invalid-value tags must be a list, not "django, Python" → write tags: [django, python]',
  ],
  [
    `${ok}tags: [Machine Learning]`,
    '4:8 invalid-value tags (item 1) must be 1 to 35 lower-case letters (of any script), digits and . + # -, not "Machine Learning" → write machine-learning',
  ],
  [
    'title: x\nauthor: Ada L.',
    '3:9 invalid-value author must be 1 to 80 characters of a-z, 0-9 and -, and begin with a letter or digit, not "Ada L." → write author: {name: "Ada L."}, or a handle in lower case',
  ],
  ['title: 2026\nauthor: a', '2:8 invalid-value title must be text, not 2026 → put quotes around it: title: "2026"'],
  [
    'title: #1 bug\nauthor: a',
    '2:8 invalid-value title has no value → write a text behind the colon; put quotes around it if it begins with #',
  ],
  ['title: ""\nauthor: a', '2:8 invalid-value title must not be empty → '],
  [
    `title: ${'x'.repeat(301)}\nauthor: a`,
    `2:8 invalid-value title must be at most 300 characters, not "${'x'.repeat(59)}… → say it in fewer words; the rest belongs into the text`,
  ],
  [`${ok}status: solved`, '4:9 invalid-value status must be open or closed, not "solved" → write status: closed'],
  [
    `${ok}closedReason: x`,
    '4:15 invalid-value closedReason is only for questions with status: closed → add status: closed, or remove the line',
  ],
  [
    `${ok}lang: English`,
    '4:7 invalid-value lang must be a language tag such as en or pt-BR, not "English" → write lang: en',
  ],
  [
    `${ok}source: {site: x, url: x.org}`,
    '4:24 invalid-value source, url must be a URL that begins with https:// or http://, not "x.org" → write https://x.org',
  ],
  ['- a', '2:1 invalid-value the frontmatter must be keys and values, not a list → write key: value, a line each'],
  [
    'title: "a\\u202eb"\nauthor: a',
    '2:8 invisible-characters this has the invisible character U+202E in this text → delete it',
  ],
])('%j', (frontmatter, expected) => {
  expect(firstProblem(frontmatter)).toBe(expected);
});

test.each([
  ['begins with a blank', ' ---\n', 'the file begins with " ---" instead of exactly ---'],
  ['begins with two hyphens', '--\n', 'the file begins with "--" instead of exactly ---'],
  ['has a blank behind the fence', '--- \n', 'the file begins with "--- " instead of exactly ---'],
  [
    'begins with an empty line',
    '\n---\n',
    'the file begins with an empty line, so what follows is not read as frontmatter',
  ],
])('the first line %s', (_, first, message) => {
  const post = parse(`${first}title: x\nauthor: a\n---\nHow?\n`);
  expect(Array.isArray(post) ? post.map((problem) => problem.message) : post).toEqual([message]);
});

test('nesting that would overflow a stack is a problem like others', () => {
  for (const depth of [30, 300, 500, 700, 1000, 8000]) {
    const problem = firstProblem(`title: ${'['.repeat(depth)}${']'.repeat(depth)}\nauthor: a`);
    expect(problem).toMatch(/ (?:inside too many lists|inside each other too deep)/);
  }
});
