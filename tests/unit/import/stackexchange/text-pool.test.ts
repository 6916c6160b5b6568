import { expect, test } from 'vitest';
import { Report } from '../../../../src/import/report.ts';
import { TextPool } from '../../../../src/import/stackexchange/text-pool.ts';

function* groups() {
  for (let id = 1; id <= 700; id++) {
    const texts = [
      { id: `${id}`, html: `<p>Question <em>${id}</em> with $\\newcommand{\\x}{${id}} \\x$</p>` },
      { id: `comment ${id}`, typed: `Again $\\x$ and [tag:t${id}]` },
    ];
    yield { thing: id, id: `${id}`, texts };
  }
}

async function converted(jobs: number) {
  const report = new Report();
  const pool = new TextPool({ host: 'x.org', math: true }, jobs, report);
  const lines: string[] = [];
  for await (const { thing, textOf } of pool.convert(groups())) {
    lines.push(`${thing}: ${textOf(`${thing}`)} / ${textOf(`comment ${thing}`)} / ${textOf('another')}`);
  }
  await pool.close();
  return { lines, notes: report.notes };
}

test('texts converted side by side come in their order, each thread by itself', { timeout: 60_000 }, async () => {
  const here = await converted(1);
  expect(here.lines[6]).toBe(
    '7: Question *7* with $\\def\\x{7}\\x$ / Again $\\def\\x{7}\\x$ and [t7](https://x.org/questions/tagged/t7) / ',
  );
  expect(here.lines).toHaveLength(700);
  expect(await converted(3)).toEqual(here);
});
