import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleCatalogue } from '../../../../src/archive/rules/catalogue.ts';
import { check, pretty } from './check.ts';
import { made, removeMade } from './made.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/rules');
/** These say that something in the program went wrong, and no content is known that brings them about. */
const withoutFixture = ['cannot-load', 'cannot-render'];

test('every rule has a fixture, and every fixture is of a rule', () => {
  expect([...readdirSync(fixtures), ...withoutFixture].sort()).toEqual(Object.keys(ruleCatalogue).sort());
});

describe.each(readdirSync(fixtures))('%s', (rule) => {
  const content = join(fixtures, rule, 'content');
  const make = made[rule];
  const seesAll = process.getuid?.() === 0;

  test('has one source of content and its report', () => {
    expect(existsSync(content)).toBe(make === undefined);
    expect(existsSync(join(fixtures, rule, 'expected.txt'))).toBe(true);
  });

  test.skipIf(rule === 'unreadable' && seesAll)(
    `says what is wrong${seesAll ? ' (root may read everything)' : ''}`,
    async () => {
      const folder = make ? mkdtempSync(join(tmpdir(), 'responsa-rule-')) : undefined;
      const contentDir = folder === undefined ? content : join(folder, 'content');
      try {
        if (folder !== undefined) mkdirSync(contentDir);
        make?.(contentDir);
        const diagnostics = await check(contentDir);
        expect([...new Set(diagnostics.map((diagnostic) => diagnostic.rule))]).toEqual([rule]);
        await expect(pretty(diagnostics, contentDir)).toMatchFileSnapshot(join(fixtures, rule, 'expected.txt'));
      } finally {
        if (folder !== undefined) {
          removeMade(contentDir);
          removeMade(folder);
        }
      }
    },
  );
});
