import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPretty } from '../../../src/archive/report/pretty.ts';
import { fixText } from '../../../src/archive/fix/fix-text.ts';
import { parseAnswer, parseAuthor, parseQuestion, parseTag } from '../../../src/archive/parse-post.ts';
import { limitsSchema } from '../../../src/core/schema/config.ts';
import { jsonSchema, schemaNames } from '../../../src/core/schema/json-schema.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

test.each(schemaNames)('schemas/%s.schema.json is what npm run schema writes', (name) => {
  expect(read(`schemas/${name}.schema.json`)).toEqual(JSON.parse(JSON.stringify(jsonSchema(name))));
});

test('every key has a description', () => {
  for (const name of schemaNames) {
    const { properties } = jsonSchema(name) as { properties: Record<string, { description?: string }> };
    for (const [key, { description }] of Object.entries(properties))
      expect(description, `${name}: ${key}`).toBeTruthy();
  }
});

test('the task of the editor reads what validate prints', () => {
  const { tasks } = read('.vscode/tasks.json') as {
    tasks: { problemMatcher: { pattern: { regexp: string }[] } }[];
  };
  const [head, message] = tasks[0]?.problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp)) ?? [];
  const printed = formatPretty(
    [
      {
        file: 'content/threads/locks/question.md',
        line: 4,
        column: 8,
        severity: 'error',
        rule: 'invalid-value',
        message: 'votes must be a whole number',
        fix: 'write votes: 12',
      },
    ],
    { colour: false },
  ).split('\n');
  expect(head?.exec(printed[0] ?? '')?.slice(1)).toEqual([
    'content/threads/locks/question.md',
    '4',
    '8',
    'error',
    'invalid-value',
  ]);
  expect(message?.exec(printed[1] ?? '')?.slice(1)).toEqual(['votes must be a whole number']);
});

const parsers = { Question: parseQuestion, Answer: parseAnswer, Tag: parseTag, Author: parseAuthor };

test.each(Object.entries(parsers))('the snippet %s is a valid file as it opens', (name, parse) => {
  const snippets = read('.vscode/responsa.code-snippets') as Record<string, { body: string[] }>;
  const text = (snippets[name]?.body ?? [])
    .join('\n')
    .replaceAll('$CURRENT_YEAR', '2026')
    .replaceAll('$CURRENT_MONTH', '01')
    .replaceAll('$CURRENT_DATE', '14')
    .replace(/\$\{\d+:?([^}]*)\}/g, '$1')
    .replace('$0', 'Text.\n');
  const source = { file: 'x.md', text, hasByteOrderMark: false, hasCarriageReturns: false };
  expect(parse(source, limitsSchema.parse({}))).toMatchObject({ body: 'Text.\n' });
  expect(fixText({ text, kind: 'question', synonyms: new Map() }).did).toEqual([]);
});
