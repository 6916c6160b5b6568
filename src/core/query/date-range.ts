/**
 * From the beginning of `from` to the end of `to`; an end that is not there is open. Each is a year, a month or a day
 * (`2024`, `2024-03`, `2024-03-15`), or a time before today (`30d`, `2w`, `6m`, `1y`). At least one is there.
 */
export type DateRange = { from?: string; to?: string };

/** Days since 1970-01-01, both included. */
export type DayRange = { first: number; last: number };

const absolute = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const relative = /^(\d{1,4})([dwmy])$/;
const dayLength = 86_400_000;

/**
 * Reads `2024` (within it), `2024-03..2024-06`, `..2020`, `1y..`, and `1y` (within the last year).
 * @returns the range, with whether its ends stood the wrong way round; nothing if it is none
 */
export function parseDateRange(text: string): { range: DateRange; isReversed: boolean } | undefined {
  const value = text.toLowerCase();
  if (absolute.test(value))
    return isPoint(value) ? { range: { from: value, to: value }, isReversed: false } : undefined;
  if (relative.test(value)) return { range: { from: value }, isReversed: false };
  const [from = '', to = '', ...more] = value.split('..');
  if (more.length > 0 || !value.includes('..') || (from === '' && to === '')) return undefined;
  if ((from !== '' && !isPoint(from)) || (to !== '' && !isPoint(to))) return undefined;
  if (from !== '' && to !== '' && isAfter(from, to)) return { range: { from: to, to: from }, isReversed: true };
  return { range: { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }, isReversed: false };
}

export function printDateRange({ from = '', to = '' }: DateRange): string {
  return from === to && absolute.test(from) ? from : `${from}..${to}`;
}

/** @param today days since 1970-01-01 */
export function resolveDateRange({ from, to }: DateRange, today: number): DayRange {
  return {
    first: from === undefined ? -Infinity : daysOf(from, today).first,
    last: to === undefined ? Infinity : daysOf(to, today).last,
  };
}

/** Days since 1970-01-01 of a date, or of the day of a date-time; nothing if it is none. */
export function dayOf(date: string): number | undefined {
  const time = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.floor(time / dayLength);
}

export function yearOf(day: number): number {
  return new Date(day * dayLength).getUTCFullYear();
}

/** The first of January, in days since 1970-01-01. */
export function firstDayOf(year: number): number {
  return daysFrom(year, 0, 1);
}

function isPoint(text: string): boolean {
  if (relative.test(text)) return true;
  const [found, year = '', month = '01', day = '01'] = absolute.exec(text) ?? [];
  if (found === undefined) return false;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Which days a date stands for. A time before today is the one day that lies so far back, cut to a month's last day. */
function daysOf(text: string, today: number): DayRange {
  const [, count = '0', unit = ''] = relative.exec(text) ?? [];
  if (unit === 'd' || unit === 'w') {
    const day = today - Number(count) * (unit === 'w' ? 7 : 1);
    return { first: day, last: day };
  }
  if (unit !== '') {
    const now = new Date(today * dayLength);
    const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - Number(count) * (unit === 'y' ? 12 : 1);
    const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
    const day = Math.min(now.getUTCDate(), daysFrom(year, month + 1, 1) - daysFrom(year, month, 1));
    return { first: daysFrom(year, month, day), last: daysFrom(year, month, day) };
  }
  const [year = 0, month, day] = text.split('-').map(Number);
  if (month === undefined) return { first: daysFrom(year, 0, 1), last: daysFrom(year + 1, 0, 1) - 1 };
  if (day === undefined) return { first: daysFrom(year, month - 1, 1), last: daysFrom(year, month, 1) - 1 };
  return { first: daysFrom(year, month - 1, day), last: daysFrom(year, month - 1, day) };
}

/** `Date.UTC` takes years below 100 for ones of the last century. */
function daysFrom(year: number, month: number, day: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month, day) / dayLength);
}

function isAfter(from: string, to: string): boolean {
  const isRelative = [relative.test(from), relative.test(to)];
  // How a date lies to a time before today changes from day to day: that is not judged here.
  if (isRelative[0] !== isRelative[1]) return false;
  // A day on which month lengths do not matter.
  const today = daysFrom(9999, 0, 15);
  return daysOf(from, today).first > daysOf(to, today).last;
}
