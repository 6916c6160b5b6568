import { expect, test } from 'vitest';
import { fixText } from '../../../../src/archive/fix/fix-text.ts';
import { newFileGuide } from '../../../../src/core/contribute/guide-words.ts';
import { tagName } from '../../../../src/core/ids.ts';

const synonyms = new Map([[tagName.parse('py'), tagName.parse('python')]]);
const fix = (text: string) => fixText({ text, kind: 'question', synonyms });
const unaltered = newFileGuide.guideNotShown;
const question = (frontmatter: string, body = 'Text.\n') => `---\ntitle: How?\n${frontmatter}---\n${body}`;

test.each([
  ['a byte-order mark', `\u{feff}${question('')}`, question('')],
  ['Windows line ends', question('').replaceAll('\n', '\r\n'), question('')],
  ['a missing newline at the end', question('', 'Text.'), question('')],
  ['empty lines at the end', question('', 'Text.\n\n\n'), question('')],
  ['score', question('score: 3 # as of today\n'), question('votes: 3 # as of today\n')],
  ['capitals in a key', question('Author: ada\n'), question('author: ada\n')],
  ['a number in quotes', question("votes: '3'\n"), question('votes: 3\n')],
  ['score in quotes', question('score: "+3"\n'), question('votes: 3\n')],
  ['a date with slashes', question('date: 2026/1/4\n'), question('date: 2026-01-04\n')],
  ['a date in words', question('date: "14 January 2026"  # first\n'), question('date: 2026-01-14  # first\n')],
  ['a time with a zone', question('date: 2026-01-14 09:30:00 +02:00\n'), question('date: 2026-01-14T07:30:00Z\n')],
  [
    'a tag in capitals',
    question('tags: [ Django,   careers ] # two\n'),
    question('tags: [ django,   careers ] # two\n'),
  ],
  ['a synonym', question('tags:\n  - py # snakes\n  - web\n'), question('tags:\n  - python # snakes\n  - web\n')],
  ['a tag twice', question('tags: [py, python]\n'), question('tags: [python]\n')],
  ['a tag twice in lines', question('tags:\n- py\n- python\nvotes: 1\n'), question('tags:\n  - python\nvotes: 1\n')],
  ['spaces behind a key', question('votes: 1   \n'), question('votes: 1\n')],
  ['spaces behind a paragraph', question('', 'Text.   \n\nMore. \nText.\t\n'), question('', 'Text.\n\nMore.\nText.\n')],
  [
    'votes of a comment',
    question('comments:\n  - {author: ada, votes: "2", text: "Yes."}\n'),
    question('comments:\n  - {author: ada, votes: 2, text: "Yes."}\n'),
  ],
])('%s', (_, before, after) => {
  const { text, did } = fix(before);
  expect(text).toBe(after);
  expect(did.length).toBeGreaterThan(0);
  expect(fix(text)).toEqual({ text, did: [] });
});

test.each([
  ['what is right', question('votes: 1\ntags: [python]\ndate: 2026-01-14\n')],
  ['a line break of Markdown', question('', 'One  \ntwo.\n')],
  ['spaces in code', question('', '```\ncode   \n```\n')],
  ['a date of which day and month cannot be told apart', question('date: 3/4/2026\n')],
  ['a time without a zone', question('date: 2026-01-14 09:30\n')],
  ['score beside votes', question('score: 3\nvotes: 4\n')],
  ['votes that are no number', question('votes: "many"\n')],
  ['frontmatter that is not YAML', '---\ntitle: How?\n tags: [\n---\nText.\n'],
  ['no frontmatter', 'Text.\n'],
])('%s stays as it is', (_, text) => {
  expect(fix(text)).toEqual({ text, did: [] });
});

test('several faults in one file', () => {
  expect(fix('\u{feff}---\r\ntitle: How?\r\nscore: "2"\r\ntags: [Py]\r\n---\r\nText.')).toEqual({
    text: '---\ntitle: How?\nvotes: 2\ntags: [python]\n---\nText.\n',
    did: [
      'took out the byte-order mark',
      'made line ends LF',
      'ended the last line',
      'called the key score votes',
      'wrote votes as a number: 2',
      'wrote the tag Py as python',
    ],
  });
});

test.each([
  ['above the text', `<!-- guide: ${unaltered.replaceAll(' ', '\n')} -->\n\nText.\n`, 'Text.\n'],
  ['in the middle', `One.\n\n<!-- guide: ${unaltered} -->\n\nTwo.\n`, 'One.\n\nTwo.\n'],
  ['one behind the other', `<!-- guide: ${unaltered} -->\n<!-- guide: ${unaltered} -->\nTwo.\n`, 'Two.\n'],
  ['at the end', `One.\n\n<!-- guide: ${unaltered} -->\n`, 'One.\n'],
  ['in a line', `One <!-- guide: ${unaltered} --> two.\n`, 'One  two.\n'],
  ['alone', `<!-- guide: ${unaltered} -->\n`, ''],
])('a guide %s is taken out', (_, before, after) => {
  const { text, did } = fix(question('', before));
  expect(text).toBe(question('', after));
  expect(did[0]).toBe('took out the guide for writing');
  expect(fix(text).did).toEqual([]);
});

test.each([
  `\`\`\`html\n<!-- guide: ${unaltered} -->\n\`\`\`\n`,
  `\`<!-- guide: ${unaltered} -->\`\n`,
  `<!-- a guide: ${unaltered} -->\n`,
  `\\<!-- guide: ${unaltered} -->\n`,
  `<!-- guide:\n${unaltered}\n\nThe real answer, inside.\n-->\n`,
  '<!-- guide: The real answer. -->\n',
])('%j has no guide to take out', (body) => {
  expect(fix(question('', body))).toEqual({ text: question('', body), did: [] });
});
