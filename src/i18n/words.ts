import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';
import { wording, type Words } from './wording.ts';

export type { Words };

/** The interface's languages by their language code. */
export const languages: Readonly<Record<string, Messages>> = { en, de, es, fr, ru };

/**
 * The interface in a language. A region is kept for numbers and dates (`de-AT`); a language that has no translation is shown in English.
 * @param locale BCP 47 language tag
 */
export function words(locale: string): Words {
  const language = new Intl.Locale(locale).language;
  const text: Messages = languages[language] ?? en;
  const lang = text === en && language !== 'en' ? 'en' : locale;
  return wording(text, lang);
}
