const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What to write for a date that is written another way; both readings where day and month cannot be told apart. */
export function dateAdvice(text: string): string | undefined {
  const trimmed = text.trim();
  const yearFirst = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/.exec(trimmed);
  if (yearFirst) {
    const [, year = '', month = '', day = '', hour] = yearFirst;
    const date = isoDay(year, month, day);
    if (date === undefined) return undefined;
    return hour === undefined ? `write ${date}` : inUtc(trimmed, date);
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(trimmed);
  if (yearLast) {
    const [, one = '', separator, two = '', year = ''] = yearLast;
    const dayFirst = isoDay(year, two, one);
    // Only with slashes is the month written first anywhere.
    const monthFirst = separator === '/' ? isoDay(year, one, two) : undefined;
    const readings = [...new Set([dayFirst, monthFirst])].filter((date) => date !== undefined);
    return readings.length === 0 ? undefined : `write ${readings.join(' or ')}`;
  }
  const named = /^(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})$/i.exec(trimmed);
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  const date = month > 0 ? isoDay(named?.[4] ?? '', String(month), named?.[1] ?? named?.[3] ?? '') : undefined;
  return date === undefined ? undefined : `write ${date}`;
}

function isoDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

function inUtc(text: string, day: string): string {
  const [, hour = '', rest = '', zone] =
    /[T ]+(\d{1,2})(:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  const offset = zone && /^[+-]/.test(zone) ? zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2') : 'Z';
  const time = Date.parse(`${day}T${hour.padStart(2, '0')}${rest}${offset}`);
  return Number.isNaN(time) ? `write ${day}` : `write ${new Date(time).toISOString().replace('.000Z', 'Z')}, in UTC`;
}
