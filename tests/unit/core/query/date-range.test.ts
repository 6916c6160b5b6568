import { describe, expect, it } from 'vitest';
import { dayOf, parseDateRange, resolveDateRange } from '../../../../src/core/query/date-range.ts';

const today = dayOf('2026-03-31') ?? 0;
const date = (day: number) =>
  Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : String(day);

describe('resolveDateRange', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-03..2024-06', '2024-03-01', '2024-06-30'],
    ['..2020', '-Infinity', '2020-12-31'],
    ['2020-05..', '2020-05-01', 'Infinity'],
    ['1y..', '2025-03-31', 'Infinity'],
    ['1y', '2025-03-31', 'Infinity'],
    ['1m..', '2026-02-28', 'Infinity'],
    ['4m', '2025-11-30', 'Infinity'],
    ['2w..1w', '2026-03-17', '2026-03-24'],
    ['..30d', '-Infinity', '2026-03-01'],
    ['2024..6m', '2024-01-01', '2025-09-30'],
    ['0099', '0099-01-01', '0099-12-31'],
  ])('%s is from %s to %s', (text, first, last) => {
    const range = resolveDateRange(parseDateRange(text)?.range ?? {}, today);
    expect([date(range.first), date(range.last)]).toEqual([first, last]);
  });

  it.each([
    '',
    '..',
    '2024-3',
    '24',
    '2024-00',
    '2024-13',
    '2023-02-29',
    '2024-1-1',
    '1h',
    '2024...2025',
    'x..2024',
    '2024..2025..2026',
  ])('does not read %j', (text) => {
    expect(parseDateRange(text)).toBe(undefined);
  });
});

it('takes the day of a date-time, and nothing of what is no date', () => {
  expect(dayOf('1970-01-02T23:59:59Z')).toBe(1);
  expect(dayOf('soon')).toBe(undefined);
});
