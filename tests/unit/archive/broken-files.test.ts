import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixText } from '../../../src/archive/fix/fix-text.ts';
import { contentFolder, question } from './content-folder.ts';
import { check, pretty } from './rules/check.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/broken');

/** Questions as people break them: the file, and where and by which rule the first thing that is said must be about the true cause. */
const causes: readonly [name: string, line: number, column: number, rule: string][] = [
  ['no-frontmatter', 1, 1, 'frontmatter-missing'],
  ['blank-line-first', 1, 1, 'frontmatter-missing'],
  ['four-hyphens', 1, 1, 'frontmatter-missing'],
  ['space-behind-fence', 1, 1, 'frontmatter-missing'],
  ['toml', 1, 1, 'frontmatter-missing'],
  ['json-language', 1, 4, 'frontmatter-language'],
  ['js-language', 1, 4, 'frontmatter-language'],
  ['yaml-language', 1, 5, 'frontmatter-language'],
  ['unclosed', 1, 1, 'frontmatter-unclosed'],
  ['closed-by-dots', 1, 1, 'frontmatter-unclosed'],
  ['fence-with-words', 4, 1, 'frontmatter-syntax'],
  ['empty', 1, 1, 'empty-file'],
  ['only-white-space', 1, 1, 'empty-file'],
  ['nul-byte', 2, 11, 'not-text'],
  ['utf-16', 1, 1, 'not-text'],
  ['latin-1', 2, 13, 'encoding'],
  ['colon-in-title', 2, 14, 'frontmatter-syntax'],
  ['hash-in-title', 2, 8, 'invalid-value'],
  ['hash-behind-title', 2, 23, 'lost-in-comment'],
  ['quote-open', 2, 8, 'frontmatter-syntax'],
  ['quote-inside', 2, 14, 'frontmatter-syntax'],
  ['apostrophe-inside', 2, 17, 'frontmatter-syntax'],
  ['backslash-in-quotes', 2, 22, 'frontmatter-syntax'],
  ['at-sign', 3, 9, 'frontmatter-syntax'],
  ['backtick', 2, 8, 'frontmatter-syntax'],
  ['percent', 2, 8, 'frontmatter-syntax'],
  ['bracket-in-title', 2, 17, 'frontmatter-syntax'],
  ['brace-in-title', 2, 17, 'frontmatter-syntax'],
  ['star-in-title', 2, 8, 'frontmatter-syntax'],
  ['exclamation', 2, 8, 'frontmatter-forbidden'],
  ['ampersand', 2, 8, 'frontmatter-forbidden'],
  ['tab-indent', 5, 1, 'frontmatter-syntax'],
  ['no-space-behind-colon', 4, 1, 'frontmatter-syntax'],
  ['equals-sign', 4, 1, 'frontmatter-syntax'],
  ['no-break-space', 3, 8, 'frontmatter-syntax'],
  ['no-colon', 4, 1, 'frontmatter-syntax'],
  ['key-twice', 4, 1, 'frontmatter-syntax'],
  ['list-open', 4, 7, 'frontmatter-syntax'],
  ['list-of-two-indents', 5, 5, 'invalid-value'],
  ['key-indented', 4, 3, 'frontmatter-syntax'],
  ['merge-conflict', 4, 1, 'frontmatter-syntax'],
  ['anchor', 4, 7, 'frontmatter-forbidden'],
  ['proto', 4, 1, 'frontmatter-forbidden'],
  ['list-at-top', 2, 1, 'invalid-value'],
  ['text-at-top', 2, 1, 'invalid-value'],
  ['title-missing', 2, 1, 'missing-key'],
  ['title-empty', 2, 7, 'invalid-value'],
  ['title-number', 2, 8, 'invalid-value'],
  ['title-too-long', 2, 8, 'invalid-value'],
  ['author-missing', 2, 1, 'missing-key'],
  ['author-name', 3, 9, 'invalid-value'],
  ['author-map-key', 3, 10, 'unknown-key'],
  ['score', 4, 1, 'unknown-key'],
  ['capital-key', 3, 1, 'unknown-key'],
  ['misspelt-key', 4, 1, 'unknown-key'],
  ['votes-quoted', 4, 8, 'invalid-value'],
  ['votes-words', 4, 8, 'invalid-value'],
  ['votes-half', 4, 8, 'invalid-value'],
  ['date-german', 4, 7, 'invalid-value'],
  ['date-american', 4, 7, 'invalid-value'],
  ['date-in-words', 4, 7, 'invalid-value'],
  ['date-not-on-calendar', 4, 7, 'invalid-value'],
  ['date-without-zone', 4, 7, 'invalid-value'],
  ['edited-before-date', 5, 9, 'date-order'],
  ['tags-as-text', 4, 7, 'invalid-value'],
  ['author-in-quotes', 3, 9, 'invalid-value'],
  ['tags-behind-hash', 4, 7, 'lost-in-comment'],
  ['tag-behind-hash', 4, 12, 'frontmatter-syntax'],
  ['tag-folded', 4, 8, 'invalid-value'],
  ['tag-capital', 4, 8, 'invalid-value'],
  ['tag-with-space', 4, 8, 'invalid-value'],
  ['tag-number', 4, 8, 'invalid-value'],
  ['status-unknown', 4, 9, 'invalid-value'],
  ['reason-without-closed', 4, 15, 'invalid-value'],
  ['accepted-dangling', 4, 11, 'dangling-accepted'],
  ['accepted-file-name', 4, 11, 'invalid-value'],
  ['duplicate-dangling', 4, 14, 'dangling-duplicate'],
  ['duplicate-url', 4, 14, 'invalid-value'],
  ['lang-name', 4, 7, 'invalid-value'],
  ['license-words', 4, 10, 'invalid-value'],
  ['source-text', 4, 9, 'invalid-value'],
  ['source-site-missing', 4, 9, 'missing-key'],
  ['alias-with-host', 4, 11, 'invalid-value'],
  ['comment-text-missing', 5, 5, 'missing-key'],
  ['comments-as-text', 4, 11, 'invalid-value'],
  ['body-empty', 5, 1, 'empty-body'],
  ['link-to-no-thread', 5, 5, 'dangling-link'],
  ['link-to-no-answer', 5, 5, 'dangling-link'],
  ['link-unsafe', 5, 5, 'unsafe-url'],
  ['picture-missing', 6, 1, 'missing-picture'],
  ['picture-without-words', 5, 1, 'missing-alt'],
  ['html-script', 7, 1, 'dropped-html'],
  ['formula', 5, 7, 'bad-formula'],
  ['bidi', 5, 7, 'invisible-characters'],
  ['windows-line-ends', 1, 1, 'line-ends'],
  ['byte-order-mark', 1, 1, 'byte-order-mark'],
];

test('every broken file has its cause', () => {
  const names = readdirSync(fixtures).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));
  expect(causes.map(([name]) => name).sort()).toEqual(names.sort());
});

test.each(causes)('%s', async (name, line, column, rule) => {
  using folder = contentFolder({
    'threads/locks/answers/so.md': '---\nauthor: ada\n---\nSo.\n',
    'threads/other/question.md': question(),
    'authors/ada.md': '---\nname: Ada\n---\n',
  });
  mkdirSync(join(folder.content, 'threads/locks'), { recursive: true });
  copyFileSync(join(fixtures, `${name}.md`), join(folder.content, 'threads/locks/question.md'));
  const diagnostics = await check(folder.content);
  const [first] = diagnostics;
  expect.soft(first).toMatchObject({ file: 'content/threads/locks/question.md', line, column, rule });
  await expect(pretty(diagnostics, folder.content)).toMatchFileSnapshot(join(fixtures, `${name}.txt`));
});

test.each(causes)('--fix leaves nothing to do for a second time: %s', (name) => {
  const text = readFileSync(join(fixtures, `${name}.md`), 'utf8');
  const fixed = fixText({ text, kind: 'question', synonyms: new Map() });
  expect(fixText({ text: fixed.text, kind: 'question', synonyms: new Map() })).toEqual({ text: fixed.text, did: [] });
});
