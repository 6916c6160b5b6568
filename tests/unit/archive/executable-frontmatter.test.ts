import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import matter from 'gray-matter';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/archive/parse-post.ts';
import { decode } from '../../../src/archive/source-file.ts';
import { config } from './rules/check.ts';

const folder = mkdtempSync(join(tmpdir(), 'responsa-canary-'));
const canary = join(folder, 'canary');
const write = `process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(canary)}, "x")`;
const code = `{ title: String(${write}), author: "a" }`;
const call = `(function () { ${write}; return "x" })()`;

beforeEach(() => {
  rmSync(canary, { force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that a file has problems with when it is read as a question, if any. */
function rulesOf(text: string): string[] {
  const source = decode(Buffer.from(text), 'question.md');
  if ('rule' in source) return [source.rule];
  const post = parseQuestion(source, config.limits);
  return Array.isArray(post) ? post.map(({ rule }) => rule) : [];
}

test('gray-matter alone would write the canary', () => {
  matter(`---js\n${code}\n---\n`);
  expect(existsSync(canary)).toBe(true);
});

const body = `\n${code}\n---\nHow?\n`;
const yaml = (line: string) => `---\ntitle: How?\nauthor: ada\n${line}\n---\nHow?\n`;

test.each([
  ['---js', `---js${body}`, 'frontmatter-language'],
  ['---JS', `---JS${body}`, 'frontmatter-language'],
  ['---javascript', `---javascript${body}`, 'frontmatter-language'],
  ['--- javascript', `--- javascript${body}`, 'frontmatter-language'],
  ['---\\tjs', `---\tjs${body}`, 'frontmatter-language'],
  ['---JavaScript with a blank behind', `---JavaScript ${body}`, 'frontmatter-language'],
  ['---coffee', `---coffee\n${write}\n---\n`, 'frontmatter-language'],
  ['---cson', `---cson\n${write}\n---\n`, 'frontmatter-language'],
  ['---json', `---json\n{"title": "x", "author": "a"}\n---\n`, 'frontmatter-language'],
  ['---toml', `---toml\ntitle = "x"\n---\n`, 'frontmatter-language'],
  ['---yaml', `---yaml\ntitle: x\nauthor: a\n---\nHow?\n`, 'frontmatter-language'],
  ['---__proto__', `---__proto__${body}`, 'frontmatter-language'],
  ['---constructor', `---constructor${body}`, 'frontmatter-language'],
  ['---toString', `---toString${body}`, 'frontmatter-language'],
  ['---js behind a byte-order mark', `\u{FEFF}---js${body}`, 'frontmatter-language'],
  ['---js behind two byte-order marks', `\u{FEFF}\u{FEFF}---js${body}`, 'frontmatter-language'],
  ['---js behind an empty line', `\n---js${body}`, 'frontmatter-missing'],
  ['---js behind blanks', `   ---js${body}`, 'frontmatter-language'],
  ['---js with Windows line ends', `---js${body}`.replaceAll('\n', '\r\n'), 'frontmatter-language'],
  ['---js with old Macintosh line ends', `---js${body}`.replaceAll('\n', '\r'), 'frontmatter-language'],
  ['---js behind a line separator', `\u2028---js${body}`, 'frontmatter-language'],
  ['---js behind a no-break space', `\u00a0---js${body}`, 'frontmatter-language'],
  ['---js with a NUL', `---js\u0000${body}`, 'not-text'],
  ['----js', `----js${body}`, 'frontmatter-language'],
  [';;;js', `;;;js\n${code}\n;;;\n`, 'frontmatter-missing'],
  ['a second fence', `---\ntitle: x\nauthor: a\n---js\n${code}\n---\n`, 'frontmatter-syntax'],
  ['a fence of four hyphens inside', `---\ntitle: x\nauthor: a\n----\n${code}\n---\n`, 'frontmatter-syntax'],
  ['!!js/function', yaml(`lang: !!js/function '${call}'`), 'frontmatter-forbidden'],
  ['!!js/regexp', yaml('lang: !!js/regexp /a/g'), 'frontmatter-forbidden'],
  [
    '!<tag:yaml.org,2002:js/function>',
    yaml(`lang: !<tag:yaml.org,2002:js/function> '${call}'`),
    'frontmatter-forbidden',
  ],
  ['!!python/object/apply', yaml('lang: !!python/object/apply:os.system ["id"]'), 'frontmatter-forbidden'],
  ['!!set', yaml('lang: !!set {a}'), 'frontmatter-forbidden'],
  ['__proto__', yaml('__proto__: {language: js}'), 'frontmatter-forbidden'],
  ['constructor', yaml('constructor: {prototype: {polluted: 1}}'), 'frontmatter-forbidden'],
  ['an alias', yaml('lang: &a en\nlicense: *a'), 'frontmatter-forbidden'],
  ['a merge', yaml('source: &a {site: x}\n<<: *a'), 'frontmatter-forbidden'],
  ['the key language', yaml('language: js'), 'unknown-key'],
  ['the key engines', yaml(`engines: {yaml: "${call.replaceAll('"', "'")}"}`), 'unknown-key'],
  ['a document behind the first', `---\ntitle: x\nauthor: a\n...\n%TAG ! !js/\n${code}\n---\n`, 'frontmatter-syntax'],
])('%s is refused and runs nothing', (_, text, rule) => {
  expect(rulesOf(text)).toContain(rule);
  expect(existsSync(canary)).toBe(false);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each([
  ['a document of ---js in the text', `---\ntitle: x\nauthor: a\n---\n---js\n${code}\n---\n`],
  ['template marks', yaml(`closedReason: "\${${call.replaceAll('"', "'")}}"\nstatus: closed`)],
])('%s is text', (_, text) => {
  expect(rulesOf(text)).toEqual([]);
  expect(existsSync(canary)).toBe(false);
});

test('gray-matter is called in one file, and its stringify, which executes too, nowhere', () => {
  const src = join(import.meta.dirname, '../../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|astro)$/.test(file));
  const texts = files.map((file) => [file, readFileSync(join(src, file), 'utf8')] as const);
  expect(texts.filter(([, text]) => text.includes("from 'gray-matter'")).map(([file]) => file)).toEqual([
    join('archive', 'frontmatter.ts'),
  ]);
  expect(texts.filter(([, text]) => /matter\s*\.\s*stringify/.test(text))).toEqual([]);
});
