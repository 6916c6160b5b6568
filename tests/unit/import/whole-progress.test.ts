import { expect, test } from 'vitest';
import { wholeProgress } from '../../../src/import/whole-progress.ts';

test('the progress of steps is one of the whole, and never goes back', () => {
  const drawn: string[] = [];
  const progress = wholeProgress({ reading: 1, converting: 2, writing: 1 }, (step, done, total) => {
    drawn.push(`${step} ${done} of ${total}`);
  });
  progress('reading', 1, 2);
  progress('reading', 2, 2);
  progress('converting', 3, 4);
  progress('packing', 1, 2);
  progress('reading', 1, 2);
  progress('writing', 0, 0);
  expect(drawn).toEqual([
    'reading 0.125 of 1',
    'reading 0.25 of 1',
    'converting 0.625 of 1',
    'packing 0.625 of 1',
    'reading 0.625 of 1',
    'writing 1 of 1',
  ]);
});
