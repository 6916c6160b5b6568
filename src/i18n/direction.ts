const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/**
 * The direction that a language is written in; a script in the tag decides before the language does (`ks-Deva`, `az-Arab`).
 * @param lang BCP 47 language tag
 */
export function direction(lang: string): 'ltr' | 'rtl' {
  const { language, script } = new Intl.Locale(lang);
  return (script ? rightToLeftScripts.has(script) : rightToLeft.has(language)) ? 'rtl' : 'ltr';
}
