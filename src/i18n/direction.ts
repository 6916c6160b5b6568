const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Reading a language tag takes longer than rendering a heading, and an archive has few of them. */
const known = new Map<string, 'ltr' | 'rtl'>();

/**
 * The direction that a language is written in; a script in the tag decides before the language does (`ks-Deva`, `az-Arab`).
 * @param lang BCP 47 language tag
 */
export function direction(lang: string): 'ltr' | 'rtl' {
  const before = known.get(lang);
  if (before) return before;
  const { language, script } = new Intl.Locale(lang);
  const found = (script ? rightToLeftScripts.has(script) : rightToLeft.has(language)) ? 'rtl' : 'ltr';
  known.set(lang, found);
  return found;
}
