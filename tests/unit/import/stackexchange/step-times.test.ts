import { expect, test } from 'vitest';
import { stepTimes } from '../../../../src/import/stackexchange/step-times.ts';

/** The shares of the steps in percent. */
function shares(...given: Parameters<typeof stepTimes>): Record<string, number> {
  const steps = stepTimes(...given);
  const sum = Object.values(steps).reduce((total, part) => total + part, 0);
  return Object.fromEntries(Object.entries(steps).map(([step, part]) => [step, Math.round((100 * part) / sum)]));
}

test('HTML takes most of its time to convert, Markdown of the history to read', () => {
  const html = { all: 62e6, posts: 46e6, hasHistory: false };
  expect(shares(html, 2)).toEqual({ reading: 11, converting: 67, writing: 22 });
  const history = { all: 86e6, posts: 32e6, hasHistory: true };
  expect(shares(history, 2)).toEqual({ reading: 32, converting: 34, writing: 34 });
});

test('with more processors reading takes a larger share, since one thread reads', () => {
  const size = { all: 62e6, posts: 46e6, hasHistory: false };
  expect(shares(size, 1)).toEqual({ reading: 6, converting: 70, writing: 23 });
  expect(shares(size, 8)).toEqual({ reading: 22, converting: 58, writing: 19 });
});

test('a dump without a byte has no steps that take time', () => {
  expect(stepTimes({ all: 0, posts: 0, hasHistory: false }, 2)).toEqual({ reading: 0, converting: 0, writing: 0 });
});
