import { isoDate } from '../../core/schema/fields.ts';
import { dateAdvice } from '../date-advice.ts';
import { editFrontmatter } from '../edit/frontmatter-editor.ts';
import type { Fixer } from './fixer.ts';

/** `14 January 2026` becomes `2026-01-14`. A date of which day and month cannot be told apart, or that lacks its time zone, is left to a person. */
export const dates: Fixer = ({ text }) => {
  const editor = editFrontmatter(text);
  const did: string[] = [];
  for (const { path, value } of dateValues(editor.data)) {
    if ((typeof value !== 'string' && typeof value !== 'number') || isoDate.safeParse(value).success) continue;
    const iso = unambiguous(String(value));
    if (iso === undefined) continue;
    editor.replace(path, iso);
    did.push(`wrote the date ${JSON.stringify(value)} as ${iso}`);
  }
  return did.length > 0 ? { text: editor.result(), did } : undefined;
};

function unambiguous(text: string): string | undefined {
  const [, date] = /^write (\S+?)(?:, in UTC)?$/.exec(dateAdvice(text) ?? '') ?? [];
  if (date === undefined || !isoDate.safeParse(date).success) return undefined;
  // A time without a zone may be of any; read as UTC it would be a guess.
  return date.includes('T') && !/(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? undefined : date;
}

function dateValues(data: Readonly<Record<string, unknown>>): { path: (string | number)[]; value: unknown }[] {
  const { date, edited, source, comments } = data;
  const values: { path: (string | number)[]; value: unknown }[] = [
    { path: ['date'], value: date },
    { path: ['edited'], value: edited },
  ];
  if (typeof source === 'object' && source !== null && 'retrieved' in source)
    values.push({ path: ['source', 'retrieved'], value: source.retrieved });
  if (Array.isArray(comments)) {
    comments.forEach((comment: unknown, index) => {
      if (typeof comment === 'object' && comment !== null && 'date' in comment)
        values.push({ path: ['comments', index, 'date'], value: comment.date });
    });
  }
  return values.filter(({ value }) => value !== undefined);
}
