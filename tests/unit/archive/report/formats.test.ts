import { expect, test } from 'vitest';
import { formatGithub } from '../../../../src/archive/report/github.ts';
import { formatGitlab } from '../../../../src/archive/report/gitlab.ts';
import { formatJson } from '../../../../src/archive/report/json.ts';
import { formatPretty } from '../../../../src/archive/report/pretty.ts';
import { formatSarif } from '../../../../src/archive/report/sarif.ts';
import { summaryLine } from '../../../../src/archive/report/summary-line.ts';
import { ruleCatalogue } from '../../../../src/archive/rules/catalogue.ts';
import type { Diagnostic } from '../../../../src/core/diagnostic.ts';

const bad: Diagnostic = {
  file: 'content/threads/locks/question.md',
  line: 4,
  column: 8,
  severity: 'error',
  rule: 'invalid-value',
  message: 'votes must be a whole number, not "12"',
  fix: 'write votes: 12, without quotes',
};
const odd: Diagnostic = {
  file: 'content/threads/100%, a: b\u001b[2J/question.md',
  line: 1,
  column: 1,
  severity: 'warning',
  rule: 'line-ends',
  message: 'one\r\ntwo\u001b]0;title\u0007 100%',
};

test('pretty shows the line and how to mend it, and spells out what a terminal would obey', () => {
  const linesOf = (file: string) =>
    file === bad.file ? ['---', 'title: x', 'author: a', 'votes: "12"', '---'] : undefined;
  expect(formatPretty([bad, odd], { colour: false, linesOf })).toBe(
    [
      'content/threads/locks/question.md:4:8 error invalid-value',
      '  votes must be a whole number, not "12"',
      '  4 | votes: "12"',
      '    |        ^',
      '  fix: write votes: 12, without quotes',
      '',
      'content/threads/100%, a: b\\u001b[2J/question.md:1:1 warning line-ends',
      '  one\\u000d\\u000atwo\\u001b]0;title\\u0007 100%',
    ].join('\n'),
  );
});

test('GitLab gets a Code Quality report, with a print of each problem that is its own', () => {
  const issues = JSON.parse(formatGitlab([bad, { ...bad, line: 9 }, odd])) as { fingerprint: string }[];
  expect(issues.map(({ fingerprint, ...issue }) => ({ ...issue, isHash: /^[0-9a-f]{64}$/.test(fingerprint) }))).toEqual(
    [
      ...[4, 9].map((begin) => ({
        description: 'votes must be a whole number, not "12" (fix: write votes: 12, without quotes)',
        check_name: 'invalid-value',
        severity: 'major',
        location: { path: 'content/threads/locks/question.md', lines: { begin } },
        isHash: true,
      })),
      {
        description: 'one\\u000d\\u000atwo\\u001b]0;title\\u0007 100%',
        check_name: 'line-ends',
        severity: 'minor',
        location: { path: 'content/threads/100%, a: b\u001b[2J/question.md', lines: { begin: 1 } },
        isHash: true,
      },
    ],
  );
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
});

test('what a runner of workflows would obey within a line is spelled out', () => {
  const forged = { ...bad, message: 'the key ##[error]x is unknown', column: 14 };
  const linesOf = () => ['', '', '', 'votes: ##[add-mask]x'];
  expect(formatPretty([forged], { colour: false, linesOf })).toBe(
    [
      'content/threads/locks/question.md:4:14 error invalid-value',
      '  the key ##\\u005berror]x is unknown',
      '  4 | votes: ##\\u005badd-mask]x',
      '    |                   ^',
      '  fix: write votes: 12, without quotes',
    ].join('\n'),
  );
});

test('pretty reads each file once, and shows no line for what is not there', () => {
  const asked: string[] = [];
  const linesOf = (file: string) => {
    asked.push(file);
    return ['one line'];
  };
  expect(formatPretty([bad, bad, odd], { colour: false, linesOf })).not.toContain('4 |');
  expect(asked).toEqual([bad.file, odd.file]);
});

test('pretty in colour is the same text', () => {
  const colour = formatPretty([bad, odd], { colour: true, linesOf: () => ['', '', '', 'votes: "12"'] });
  expect(colour).toContain('\u001b[31merror\u001b[39m');
  expect(colour.replace(/\u001b\[\d+m/g, '')).toBe(
    formatPretty([bad, odd], { colour: false, linesOf: () => ['', '', '', 'votes: "12"'] }),
  );
});

test('json is an array of diagnostics', () => {
  expect(JSON.parse(formatJson([bad, odd]))).toEqual([bad, odd]);
  expect(Object.keys((JSON.parse(formatJson([{ ...bad }])) as object[])[0] ?? {})).toEqual([
    'file',
    'line',
    'column',
    'severity',
    'rule',
    'message',
    'fix',
  ]);
  expect(formatJson([])).toBe('[]');
});

test('github has a command a line, escaped', () => {
  expect(formatGithub([bad, odd])).toBe(
    '::error file=content/threads/locks/question.md,line=4,col=8,title=invalid-value::votes must be a whole number, not "12"%0Afix: write votes: 12, without quotes\n' +
      '::warning file=content/threads/100%25%2C a%3A b\\u001b[2J/question.md,line=1,col=1,title=line-ends::one\\u000d\\u000atwo\\u001b]0;title\\u0007 100%25',
  );
});

test('sarif has the rules, and a result for each diagnostic', () => {
  const log = JSON.parse(formatSarif([bad, odd], '1.2.3'));
  const [run] = log.runs;
  const names = Object.keys(ruleCatalogue).sort();
  expect([log.version, log.runs.length, run.tool.driver.name, run.tool.driver.version]).toEqual([
    '2.1.0',
    1,
    'responsa',
    '1.2.3',
  ]);
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(names);
  expect(run.tool.driver.rules[names.indexOf('line-ends')]).toEqual({
    id: 'line-ends',
    shortDescription: { text: 'Lines end with LF.' },
    fullDescription: {
      text: 'Lines end with LF. With Windows line ends every line of a file looks changed in a pull request.',
    },
    help: { text: 'With Windows line ends every line of a file looks changed in a pull request.' },
  });
  expect(run.results).toEqual([
    {
      ruleId: 'invalid-value',
      ruleIndex: names.indexOf('invalid-value'),
      level: 'error',
      message: { text: 'votes must be a whole number, not "12"\nFix: write votes: 12, without quotes' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/threads/locks/question.md' },
            region: { startLine: 4, startColumn: 8 },
          },
        },
      ],
    },
    {
      ruleId: 'line-ends',
      ruleIndex: names.indexOf('line-ends'),
      level: 'warning',
      message: { text: odd.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/threads/100%25%2C%20a%3A%20b%1B%5B2J/question.md' },
            region: { startLine: 1, startColumn: 1 },
          },
        },
      ],
    },
  ]);
});

test.each([
  [[], 120, 'No problems; 120 threads checked in 0.4 s'],
  [[bad], 1, '1 error in 1 file; 1 thread checked in 0.4 s'],
  [[bad, bad, bad, odd], 120, '3 errors and 1 warning in 2 files; 120 threads checked in 0.4 s'],
  [[odd, odd], 0, '2 warnings in 1 file; no threads checked in 0.4 s'],
])('the summary of %j', (diagnostics, threads, expected) => {
  expect(summaryLine(diagnostics, threads, 0.44)).toBe(expected);
});
