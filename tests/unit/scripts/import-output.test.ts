import { Writable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { importSummary } from '../../../scripts/cli/import-summary.ts';
import { progressBar } from '../../../scripts/cli/progress-bar.ts';
import { Report } from '../../../src/import/report.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const writable = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const fake = Object.assign(writable, { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream;
  return { fake, written };
}

test('of a message of several lines the summary shows the first, and the report holds all', () => {
  const report = new Report();
  report.info('short', '1', 'as it is');
  report.info('formula', '2', 'cannot be read: \\begin{aligned}\n  a &= b \\\\\n\\end{aligned}');
  report.info('long', '3', 'x'.repeat(400));
  const lines = importSummary(report, false, stream(false).fake).split('\n');
  expect(lines.slice(lines.findIndex((line) => line.includes('short')))).toEqual([
    '    short: 1',
    '      1: as it is',
    '    formula: 1',
    '      2: cannot be read: \\begin{aligned}…',
    '    long: 1',
    `      3: ${'x'.repeat(300)}…`,
  ]);
  expect([...report.toText()].join('')).toContain('a &= b');
});

test.each([
  [true, 1],
  [false, 0],
])('progress is drawn on a terminal only: %s', (isTTY, times) => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { fake, written } = stream(isTTY);
  const bar = progressBar(fake);
  vi.advanceTimersByTime(6000);
  bar.draw('converting', 13, 100);
  expect(written).toHaveLength(times);
});
