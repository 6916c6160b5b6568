import { isoDate } from '../core/schema/fields.ts';
import type { Report } from './report.ts';

/** A point in time as the archive writes it: `2016-11-11T00:50:54Z`. Fractions of a second go. */
export function toDate(text: string | null | undefined, id: string, report: Report): string | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  const time = new Date(text);
  const date = Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.\d+Z$/, 'Z');
  if (isoDate.safeParse(date).success) return date;
  report.changed('date-dropped', id, `${JSON.stringify(text)} is no date`);
  return undefined;
}
