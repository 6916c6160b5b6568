import { expect, test } from 'vitest';
import { wholeProgress } from '../../../src/import/whole-progress.ts';

function drawing() {
  const drawn: string[] = [];
  const whole = wholeProgress((step, done, total) => {
    drawn.push(`${step} ${done} of ${total}`);
  });
  return { ...whole, drawn };
}

test('the progress of steps is one of the whole, and never goes back', () => {
  const { plan, progress, drawn } = drawing();
  plan({ reading: 1, converting: 2, writing: 1 });
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

test('what nobody planned takes most of its time to be read', () => {
  const { progress, drawn } = drawing();
  progress('reading', 1, 6);
  progress('reading', 7, 6);
  progress('writing', 3, 2);
  expect(drawn).toEqual([`reading ${1 / 7} of 1`, `reading ${6 / 7} of 1`, 'writing 1 of 1']);
});

test('a plan that is mended does not draw the bar back', () => {
  const { plan, progress, drawn } = drawing();
  progress('reading', 2, 4);
  plan({ reading: 1, writing: 3 });
  progress('reading', 4, 4);
  progress('writing', 2, 4);
  expect(drawn).toEqual([`reading ${3 / 7} of 1`, `reading ${3 / 7} of 1`, 'writing 0.625 of 1']);
});

test('a plan of steps that take no time stands still', () => {
  const { plan, progress, drawn } = drawing();
  plan({ reading: 0, writing: 0 });
  progress('reading', 0, 0);
  expect(drawn).toEqual(['reading 0 of 1']);
});
