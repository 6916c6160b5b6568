/** A command that a formula defines, as `\def\name#1{body}`, and what the body is made of. */
export type Definition = { name: string; text: string };

const start =
  /\\(?:(?:re|provide)?newcommand|providecommand|renewcommand|DeclareMathOperator|[gx]?def)\*?(?![a-zA-Z])\s*(?:\{\s*\\([a-zA-Z]+)\s*\}|\\([a-zA-Z]+))\s*(?:\[(\d)\]|((?:#\d)*))\s*(?=\{)/g;

/**
 * Takes the definitions of commands out of a formula, and `\require`, which loads a package of MathJax: readers see neither.
 * @returns what is left to be seen, and the definitions in their order
 */
export function splitDefinitions(tex: string): { seen: string; definitions: Definition[] } {
  const definitions: Definition[] = [];
  let seen = '';
  let at = 0;
  for (const match of tex.matchAll(start)) {
    if (match.index < at) continue;
    const from = match.index + match[0].length;
    const to = closingBrace(tex, from);
    if (to === -1) continue;
    const name = match[1] ?? match[2] ?? '';
    const parameters =
      match[4] ?? Array.from({ length: Number(match[3] ?? 0) }, (_, index) => `#${index + 1}`).join('');
    const body = tex.slice(from + 1, to);
    const isOperator = match[0].startsWith('\\DeclareMathOperator');
    definitions.push({ name, text: `\\def\\${name}${parameters}{${isOperator ? `\\operatorname{${body}}` : body}}` });
    seen += tex.slice(at, match.index);
    at = to + 1;
  }
  seen += tex.slice(at);
  seen = seen.replace(/\\require\s*\{[^}]*\}/g, '').trim();
  return { seen: /^(?:\s*%.*)*\s*$/.test(seen) ? '' : seen, definitions };
}

/** A formula on one line, as it must be among words: a line of its own could be taken for a list or a heading. */
export function onOneLine(tex: string): string {
  // Else a comment would swallow the lines that are joined to it.
  return tex.replace(/(?<!\\)%[^\n]*(?=\n)/g, '').replace(/\s*\n[ \t>]*/g, ' ');
}

/** The definitions that a formula needs, those that they need included, in the order in which they were made. */
export function neededDefinitions(tex: string, known: ReadonlyMap<string, string>): string {
  const needed = new Set<string>();
  const look = (text: string) => {
    for (const [, name = ''] of text.matchAll(/\\([a-zA-Z]+)/g)) {
      const definition = known.get(name);
      if (definition === undefined || needed.has(name)) continue;
      needed.add(name);
      look(definition);
    }
  };
  look(tex);
  return [...known].flatMap(([name, definition]) => (needed.has(name) ? [definition] : [])).join('');
}

function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
