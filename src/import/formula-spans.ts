/** A piece of text: words, a formula in a line (`$x$`), or one that stands for itself (`$$x$$`, `\begin{…}`). `tex` has no signs around it. */
export type Span = { kind: 'text'; value: string } | { kind: 'inline' | 'display'; tex: string; value: string };

/**
 * Finds formulas in text as MathJax does with `$` in use: a formula ends at the first `$` outside braces, never crosses a
 * blank line, and `\$` is a mere sign. `value` of a formula is all of it, its signs included.
 * See "TeX and LaTeX input" in the documentation of MathJax 2.
 */
export function formulaSpans(text: string): Span[] {
  const spans: Span[] = [];
  let words = 0;
  let at = 0;
  const take = (kind: 'inline' | 'display', tex: string, end: number) => {
    if (at > words) spans.push({ kind: 'text', value: text.slice(words, at) });
    spans.push({ kind, tex, value: text.slice(at, end) });
    at = words = end;
  };
  while (at < text.length) {
    const sign = text[at];
    if (sign === '\\') {
      const name = /^\\begin\{([a-zA-Z]+\*?)\}/.exec(text.slice(at, at + 40))?.[1];
      const end = name === undefined ? -1 : text.indexOf(`\\end{${name}}`, at);
      if (name !== undefined && end !== -1) {
        const after = end + name.length + 6;
        take('display', text.slice(at, after), after);
      } else at += 2;
    } else if (sign === '$') {
      const signs = text[at + 1] === '$' ? '$$' : '$';
      const end = closing(text, at + signs.length, signs);
      const tex = end === -1 ? '' : text.slice(at + signs.length, end).trim();
      if (tex === '') at += signs.length;
      else take(signs === '$$' ? 'display' : 'inline', tex, end + signs.length);
    } else {
      const next = text.slice(at).search(/[\\$]/);
      at = next === -1 ? text.length : at + next;
    }
  }
  if (text.length > words) spans.push({ kind: 'text', value: text.slice(words) });
  return spans;
}

function closing(text: string, from: number, signs: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '\n' && /^\n[ \t]*\n/.test(text.slice(at, at + 40))) return -1;
    else if (depth === 0 && text.startsWith(signs, at)) return at;
  }
  return -1;
}
