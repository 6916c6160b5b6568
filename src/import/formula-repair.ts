import temml from 'temml';
import { neededDefinitions, splitDefinitions } from './formula-definitions.ts';

/**
 * Gives a formula as the archive's typesetting (Temml) understands it.
 * @param display whether it stands on a line of its own
 * @returns undefined if it cannot be mended: then it is best shown as code
 */
export type FormulaRepair = (tex: string, display: boolean) => string | undefined;

/** What was done to a formula. */
export type FormulaChange = 'formula-mended' | 'formula-as-code';

/**
 * Makes a repair for the formulas of one thread, in their order. MathJax, which Stack Exchange uses, knows a command for the whole
 * page once a formula defines it; here each formula stands alone. So one that needs a definition gets it in front.
 */
export function createFormulaRepair(onChange: (kind: FormulaChange, tex: string) => void): FormulaRepair {
  const known = new Map<string, string>();
  return (tex, display) => {
    const defines = /\\(?:re|provide)?newcommand|\\def|\\[gx]def|\\DeclareMath|\\providecommand/.test(tex);
    if (!defines && (known.size === 0 || neededDefinitions(tex, known) === '') && isValid(tex, display)) return tex;
    const { seen, definitions } = splitDefinitions(tex);
    for (const { name, text } of definitions) known.set(name, text);
    if (seen === '' && definitions.length > 0 && isValid(tex, display)) return tex;
    const plain = seen
      .replace(/\\(begin|end)\{eqnarray(\*?)\}/g, '\\$1{align$2}')
      .replace(/\\mbox(?![a-zA-Z])/g, '\\text');
    const front = seen === '' ? definitions.map(({ text }) => text).join('') : neededDefinitions(plain, known);
    const mended = front + plain === '' ? '{}' : front + plain;
    if (isValid(mended, display)) {
      if (mended !== tex) onChange('formula-mended', tex);
      return mended;
    }
    onChange('formula-as-code', tex);
    return undefined;
  };
}

/** Whether the archive can typeset a formula; the same bounds as when it does. */
function isValid(tex: string, displayMode: boolean): boolean {
  try {
    temml.__parse(tex, { displayMode, trust: false, throwOnError: true, maxSize: [20, 20], maxExpand: 300 });
    return true;
  } catch {
    return false;
  }
}
