/** Left delimiters that Temml pairs, and what ends each. A group is ended by its own end only; it ends what is open in it. */
const ends: Readonly<Record<string, string>> = {
  '{': '}',
  '\\left': '\\right',
  '\\begin': '\\end',
  '\\begingroup': '\\endgroup',
  '\\bgroup': '\\egroup',
  '\\toggle': '\\endtoggle',
  '\\(': '\\)',
  $: '$',
};
const delimiters: Readonly<Record<string, string>> = {
  '(': ')',
  '\\lparen': '\\rparen',
  '[': ']',
  '\\lbrack': '\\rbrack',
  '\\{': '\\}',
  '\\lbrace': '\\rbrace',
  '\\langle': '\\rangle',
  '⟨': '⟩',
  '\\lfloor': '\\rfloor',
  '⌊': '⌋',
  '\\lceil': '\\rceil',
  '⌈': '⌉',
  '\\lvert': '\\rvert',
  '\\lVert': '\\rVert',
};
/** Any other command whose name says that it is a left delimiter; what ends it is not followed. */
const otherDelimiter = /^(?:\\(?:ll?parenthesis|l[lA]+ngle|lgroup|lmoustache|llbracket|lBrace)|[⦇⟪⦉⟮⎰⟦⦃])$/;
/** What follows up to the end of the group is inside of these. */
const switches =
  /^\\(?:rm|sf|tt|bf|it|cal|color|tiny|sixptsize|Tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|(?:display|text|script|scriptscript)style)$/;
/** These take a command of their kind as what they are about, without a group around it. */
const prefixes =
  /^\\(?:[cdt]?frac|[dt]?binom|genfrac|math\w+|text\w*|emph|hbox|operatorname\w*|Bbb|bm|bold|boldsymbol|frak|prescript)$/;
/** A delimiter with its size is one piece: it pairs with no other. */
const token =
  /(\\(?:left|right|middle|[bB]igg?[lmr]?)(?![a-zA-Z]))\s*(?:\\[a-zA-Z]+|\\?[^])?|\\(?:[a-zA-Z]+|[^])|\s+|[^\s\\]/gu;

type Open = { ends: string | undefined; isGroup: boolean; levels: number };

/**
 * How many groups, delimiters, switches and commands of a formula are open at once at most, found by a loop over its TeX: not fewer than
 * Temml's parser, which calls itself for each, would go down without macros.
 */
export function formulaDepth(tex: string): number {
  const open: Open[] = [];
  let depth = 0;
  let deepest = 0;
  let chain = 0;
  const enter = (one: Open) => {
    open.push(one);
    depth += one.levels;
    deepest = Math.max(deepest, depth);
    chain = 0;
  };
  const closeTo = (length: number) => {
    for (const { levels } of open.splice(length)) depth -= levels;
  };
  for (const [whole, sized] of tex.matchAll(token)) {
    const text = sized ?? whole;
    if (/^\s/.test(text)) continue;
    const top = open.at(-1);
    const group = open.findLastIndex(({ isGroup }) => isGroup);
    const end = open[group]?.ends;
    if (end === text) closeTo(group);
    else if (top && top.ends === text) closeTo(open.length - 1);
    else if (Object.hasOwn(ends, text)) enter({ ends: ends[text], isGroup: true, levels: Math.max(1, chain) });
    else if (Object.hasOwn(delimiters, text)) enter({ ends: delimiters[text], isGroup: false, levels: 1 });
    else if (switches.test(text) || otherDelimiter.test(text)) enter({ ends: undefined, isGroup: false, levels: 1 });
    // A cell ends what is open in it.
    else if (text === '&' || text === '\\\\') closeTo(group + 1);
    else if (prefixes.test(text)) {
      chain += 1;
      deepest = Math.max(deepest, depth + chain);
      continue;
    }
    chain = 0;
  }
  return deepest;
}

/** Whether a formula defines macros of its own, which can make more of it than is to be seen. */
export function definesMacros(tex: string): boolean {
  return /\\(?:[gex]?def|let|futurelet|(?:re|provide)?newcommand|DeclareMathOperator)(?![a-zA-Z])/.test(tex);
}
