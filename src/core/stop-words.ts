import { ara, dan, deu, eng, fin, fra, hun, ita, nld, nob, pol, por, ron, rus, spa, swe, tur, ukr } from 'stopword';

/** Everyday words that the English list lacks. */
const moreEnglish =
  'again anyone best better cannot does doesn doing don done every first going good however know let may maybe need no nor not one please question really see seem seems so something sure thank thanks there thing things think trying two us use used using want when whether why will work works'.split(
    ' ',
  );

const lists: Readonly<Record<string, readonly string[]>> = {
  ar: ara,
  da: dan,
  de: deu,
  en: [...eng, ...moreEnglish],
  es: spa,
  fi: fin,
  fr: fra,
  hu: hun,
  it: ita,
  nb: nob,
  nl: nld,
  no: nob,
  pl: pol,
  pt: por,
  ro: ron,
  ru: rus,
  sv: swe,
  tr: tur,
  uk: ukr,
};

const sets = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list)]));
const none: ReadonlySet<string> = new Set();

/** Words such as *the* and *because*, which every text has: in a small archive rarity alone does not tell them from words that mean something. */
export function stopWords(lang: string): ReadonlySet<string> {
  return sets.get(lang.toLowerCase().split('-', 1)[0] ?? '') ?? none;
}
