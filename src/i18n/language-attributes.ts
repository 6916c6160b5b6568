import { direction } from './direction.ts';

/**
 * The attributes of an element whose text may be in another language than the page around it; none if it is the same.
 * @param lang language of the text, @param around language of the page
 */
export function languageAttributes(lang: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === around ? {} : { lang, dir: direction(lang) };
}
