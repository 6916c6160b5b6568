import { expect, test } from 'vitest';
import { dateAdvice } from '../../../src/archive/date-advice.ts';

test.each([
  ['14.01.2026', 'write 2026-01-14'],
  ['14/01/2026', 'write 2026-01-14'],
  ['01/14/2026', 'write 2026-01-14'],
  ['03/04/2026', 'write 2026-04-03 or 2026-03-04'],
  ['3.4.2026', 'write 2026-04-03'],
  ['2026/1/4', 'write 2026-01-04'],
  ['20260114', 'write 2026-01-14'],
  ['January 14, 2026', 'write 2026-01-14'],
  ['14 Jan 2026', 'write 2026-01-14'],
  ['2026-01-14 09:30', 'write 2026-01-14T09:30:00Z, in UTC'],
  ['2026-01-14T09:30:00', 'write 2026-01-14T09:30:00Z, in UTC'],
  ['2026-01-14T01:30:00+02:00', 'write 2026-01-13T23:30:00Z, in UTC'],
  ['2026-02-30', undefined],
  ['31.02.2026', undefined],
  ['yesterday', undefined],
  ['2026', undefined],
])('%s', (text, expected) => {
  expect(dateAdvice(text)).toBe(expected);
});
