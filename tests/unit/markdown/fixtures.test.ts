import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderBody } from '../../../src/markdown/render-body.ts';
import { optionsOf } from './render.ts';

const folder = new URL('../../fixtures/markdown/', import.meta.url);
const posts = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe.each(posts)('%s', (name) => {
  const body = readFileSync(new URL(name, folder), 'utf8');
  const rendered = renderBody(body, optionsOf());

  test('gives the HTML that was agreed on', async () => {
    await expect(rendered.html).toMatchFileSnapshot(new URL(name.replace('.md', '.html'), folder).pathname);
  });

  test('gives the problems that were agreed on', async () => {
    const lines = rendered.problems.map(
      ({ line, column, severity, rule, message, fix }) =>
        `${line}:${column} ${severity} ${rule} ${message} (${fix ?? ''})\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(new URL(name.replace('.md', '.problems.txt'), folder).pathname);
  });

  test('is the same from both parsers', () => {
    expect(renderBody(body, optionsOf({ parser: 'remark' }))).toEqual(rendered);
  });
});

test('there are fixtures', () => {
  expect(posts.length).toBeGreaterThan(5);
});
