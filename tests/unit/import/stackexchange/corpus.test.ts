import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitsSchema } from '../../../../src/core/schema/config.ts';
import { Report } from '../../../../src/import/report.ts';
import { stackexchange } from '../../../../src/import/stackexchange.ts';
import { xmlRows } from '../../../../src/import/stackexchange/xml-rows.ts';
import { renderBody } from '../../../../src/markdown/render-body.ts';
import { corpus, importAndLoad, type Imported } from '../corpora.ts';
import { fold, visibleText } from '../visible-text.ts';

/** The values of one column of a dump's file, by id. */
async function column(file: string, name: string): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for await (const rows of xmlRows(file, new Report(), () => undefined)) {
    for (const { attributes } of rows) values.set(attributes['Id'] ?? '', attributes[name] ?? '');
  }
  return values;
}

/** The posts whose text is not what the dump's HTML shows, by id. */
async function differences({ threads }: Imported, folder: string, math: boolean): Promise<string[]> {
  const html = await column(join(folder, 'Posts.xml'), 'Body');
  const anywhere = { resolveLink: (href: string) => ({ href }), resolvePicture: (src: string) => ({ src }) };
  const options = { idPrefix: 'x', headingBase: 2, limits: limitsSchema.parse({}), ...anywhere };
  return threads
    .flatMap(({ question, answers }) => [question, ...answers])
    .flatMap(({ body, source }) => {
      const id = source?.id ?? '';
      return fold(renderBody(body, options).text) === visibleText(html.get(id) ?? '', math) ? [] : [id];
    })
    .sort((a, b) => Number(a) - Number(b));
}

function shape({ threads, diagnostics, report, again }: Imported) {
  const answers = threads.flatMap((thread) => thread.answers);
  const posts = [...threads.map(({ question }) => question), ...answers];
  return {
    threads: threads.length,
    answers: answers.length,
    comments: posts.reduce((sum, { comments }) => sum + comments.length, 0),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    problems: report.notes.filter(({ level }) => level === 'problem'),
    balance: report.balance(),
    writtenAgain: again.files.written,
  };
}

const clean = { errors: [], problems: [], balance: [], writtenAgain: 0 };
const quantum = corpus('stackexchange/quantumcomputing');
const conlang = corpus('stackexchange/conlang-meta');

describe.skipIf(quantum === undefined)('the dump of quantumcomputing, HTML only (set RESPONSA_CORPORA to run)', () => {
  test('all of it arrives, without an error, and shows the same text', { timeout: 300_000 }, async () => {
    const imported = await importAndLoad(stackexchange, quantum ?? '');
    expect(shape(imported)).toEqual({ ...clean, threads: 612, answers: 1060, comments: 3413 });
    // Formulas of MathJax that the archive's typesetting does not know: `eqnarray` is now `align` (1718, 3817), `\mbox` is
    // `\text` (2234); a formula of nothing but `\require` or a comment is gone (1458, 1843).
    expect(await differences(imported, quantum ?? '', true)).toEqual(['1458', '1718', '1843', '2234', '3817']);
  });
});

describe.skipIf(conlang === undefined)('the dump of conlang-meta, with history (set RESPONSA_CORPORA to run)', () => {
  test('all of it arrives, without an error, and shows the same text', { timeout: 300_000 }, async () => {
    const imported = await importAndLoad(stackexchange, conlang ?? '');
    expect(shape(imported)).toEqual({ ...clean, threads: 54, answers: 115, comments: 230 });
    expect(await differences(imported, conlang ?? '', false)).toEqual([]);
  });

  test('bodies are the newest Markdown, but for what the report names', { timeout: 300_000 }, async () => {
    const { threads, report } = await importAndLoad(stackexchange, conlang ?? '');
    const newest = new Map<string, { date: string; text: string }>();
    for await (const rows of xmlRows(join(conlang ?? '', 'PostHistory.xml'), new Report(), () => undefined)) {
      for (const { attributes: row } of rows) {
        const { PostId = '', PostHistoryTypeId = '', CreationDate = '', Text = '' } = row;
        if (!/^[258]$/.test(PostHistoryTypeId) || (newest.get(PostId)?.date ?? '') > CreationDate) continue;
        newest.set(PostId, { date: CreationDate, text: Text.replaceAll('\r\n', '\n').trim() });
      }
    }
    const named = new Set(report.notes.filter(({ level }) => level === 'changed').map(({ id }) => id));
    const posts = threads.flatMap(({ question, answers }) => [question, ...answers]);
    const other = posts.filter(({ body, source }) => body.trim() !== newest.get(source?.id ?? '')?.text);
    expect(other.map(({ source }) => source?.id).filter((id) => !named.has(id ?? ''))).toEqual([]);
    expect(posts.length - other.length).toBeGreaterThan(100);
  });
});
