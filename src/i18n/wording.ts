import type { Messages, PluralKey, TextKey } from './messages.ts';

/** The interface in one language: its texts, and how it writes numbers and dates. */
export type Words = ReturnType<typeof wording>;

/**
 * The interface in the language of its texts. Kept apart from `words`, which holds every language: the browser loads but one.
 * @param lang BCP 47 language tag for numbers, dates and plurals
 */
export function wording(text: Messages, lang: string) {
  const plural = new Intl.PluralRules(lang);
  const figure = new Intl.NumberFormat(lang);
  const thousands = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const longDate = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const middleDate = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' });

  /** Digits grouped as the language does, with a true minus sign. */
  const number = (value: number) => figure.format(value).replace('-', '−');
  /** At most four characters and a sign: 1.2k, 12k, 1.2M. */
  const shortNumber = (value: number) => {
    const size = Math.abs(value);
    if (size < 1000) return number(value);
    const [unit, mark] = size < 1_000_000 ? [1000, 'k'] : [1_000_000, 'M'];
    return thousands.format(roundDown(value / unit)).replace('-', '−') + mark;
  };
  const fillIn = (template: string, values: Record<string, string | number>) =>
    template.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? number(value) : value;
    });

  return {
    /** The language that the texts are in: for `lang` attributes. */
    lang,
    text,
    number,
    shortNumber,
    /** A text with its `{name}` places filled. */
    fill: (key: TextKey, values: Record<string, string | number>) => fillIn(text[key], values),
    /** A text in the plural form that the number asks for. */
    count: (key: PluralKey, n: number) => fillIn(text[key][plural.select(n)] ?? text[key].other, { n }),
    /** An ISO date or date-time as a day, in full: 14 January 2026. */
    date: (iso: string) => longDate.format(new Date(iso)),
    /** The same, shortened: 14 Jan 2026. */
    shortDate: (iso: string) => middleDate.format(new Date(iso)),
  };
}

/** Cuts instead of rounding, so that no figure looks larger than it is. */
function roundDown(value: number): number {
  const step = Math.abs(value) < 10 ? 10 : 1;
  return Math.trunc(value * step) / step;
}
