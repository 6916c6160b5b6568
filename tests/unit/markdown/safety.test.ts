import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderBody, renderComment } from '../../../src/markdown/render-body.ts';
import { payloads } from './payloads.ts';
import { optionsOf, parsers } from './render.ts';
import { unsafeParts } from './unsafe-parts.ts';

/** What is unsafe in a payload's HTML, as a post and as a comment, alone and where other Markdown is around it. */
function unsafeIn(payload: string, parser: 'satteri' | 'remark'): string[] {
  const options = optionsOf({ parser });
  const quoted = payload.replace(/^/gm, '> ');
  const posts = [payload, `text ${payload} text`, quoted, `- ${payload}`, `${payload}\n\n${payload}`];
  const rendered = [...posts.map((post) => renderBody(post, options)), renderComment(payload, options)];
  // A body that is only shown as it was typed is harmless, and proves nothing.
  const givenUp = rendered.flatMap(({ problems }) =>
    problems.filter(({ rule }) => rule === 'cannot-render').map(({ message }) => message),
  );
  return [...rendered.flatMap(({ html }) => unsafeParts(html)), ...givenUp];
}

describe.each(parsers)('with the parser %s', (parser) => {
  test.each(payloads)('%j is harmless', (payload) => {
    expect(unsafeIn(payload, parser)).toEqual([]);
  });
});

test('the walker sees what is unsafe', () => {
  expect(
    unsafeParts(
      '<script>1</script><img src=x onerror=1><a href="java&Tab;script:1" style="x">a</a><svg></svg><!-- x --><input>',
    ),
  ).toEqual([
    '<script>',
    'img onError',
    'href=java\tscript:1',
    'a style',
    '<svg>',
    'comment',
    'an input that takes input',
  ]);
});

const corpora = process.env['RESPONSA_CORPORA'];

describe.skipIf(corpora === undefined)('the collections in RESPONSA_CORPORA (skipped where it is not set)', () => {
  const folder = join(corpora ?? '', 'xss');
  const files = corpora === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));

  test.for(files.length === 0 ? ['none'] : files)('%s is harmless', (file) => {
    const collection = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { name: string; payload: string }[];
    const harmful = collection.filter(({ payload }) => parsers.some((parser) => unsafeIn(payload, parser).length > 0));
    expect(harmful.map(({ name }) => name)).toEqual([]);
    expect(collection.length).toBeGreaterThan(0);
  });
});
