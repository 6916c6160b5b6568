import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../../src/core/diagnostic.ts';
import { githubDiscussions } from '../../../src/import/github-discussions.ts';
import { corpus, importAndLoad, readText } from './corpora.ts';
import { visibleText } from './visible-text.ts';

const file = corpus('github-discussions/discussions.jsonl');

type Discussion = { number: number; url: string; body: string; comments: { nodes: { body: string }[] } };

/** The HTML of a body as GitHub's own description of its Markdown has it. */
const reference = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeStringify)
  .freeze();

describe.skipIf(file === undefined)('32 discussions (set RESPONSA_CORPORA to run)', () => {
  test('show the same text and have no errors', async () => {
    const source = file ?? '';
    const { threads, diagnostics, report, again } = await importAndLoad(githubDiscussions, source);
    const discussions = readText(source)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Discussion);

    expect(threads).toHaveLength(discussions.length);
    expect(report.balance()).toEqual([]);
    expect(report.hasProblems).toBe(false);
    expect(diagnostics.filter((diagnostic) => hasErrors([diagnostic]))).toEqual([]);
    expect(again.files.written).toBe(0);

    const shown = new Map(
      threads.flatMap(({ question, answers }) => [question, ...answers]).map(({ source, html }) => [source?.id, html]),
    );
    const leftOut = new Set(report.notes.filter(({ level }) => level === 'left-out').map(({ id }) => id));
    const emptyQuestions = new Set(report.notes.filter(({ kind }) => kind === 'empty-question').map(({ id }) => id));
    const different: string[] = [];
    for (const { number, url, body, comments } of discussions) {
      const repository = url.split('/').slice(3, 5).join('/');
      [body, ...comments.nodes.map((comment) => comment.body)].forEach((markdown, index) => {
        const id = `${repository}/${number}${index === 0 ? '' : `/${index}`}`;
        const html = shown.get(id);
        if (
          html === undefined
            ? !leftOut.has(id)
            : !emptyQuestions.has(id) && text(html) !== text(String(reference.processSync(markdown)))
        )
          different.push(id);
      });
    }
    // One discussion has tags such as <region>, which GitHub swallows and the archive shows; the report names it.
    expect(different).toEqual(report.notes.filter(({ kind }) => kind === 'tag-shown').map(({ id }) => id));
  }, 60_000);
});

function text(html: string): string {
  return visibleText(html, false);
}
