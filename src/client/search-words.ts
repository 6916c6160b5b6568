import type { Messages } from '../i18n/messages.ts';
import { wording, type Words } from '../i18n/wording.ts';
import { inTime } from './in-time.ts';

/** The languages that the interface is written in, each a file that is loaded when a page is in it. */
const load: Record<string, () => Promise<Messages>> = {
  de: async () => (await import('../i18n/de.ts')).de,
  es: async () => (await import('../i18n/es.ts')).es,
  fr: async () => (await import('../i18n/fr.ts')).fr,
  ru: async () => (await import('../i18n/ru.ts')).ru,
};
const loadEnglish = async (): Promise<Messages> => (await import('../i18n/en.ts')).en;

/**
 * The words of the interface in the language of the page.
 * @throws SearchError `late`, or an error of the network
 */
export async function pageWords(): Promise<Words> {
  const lang = document.documentElement.lang || 'en';
  const messages = (load[new Intl.Locale(lang).language] ?? loadEnglish)();
  return wording(await inTime(messages, `The words in ${lang}`), lang);
}
