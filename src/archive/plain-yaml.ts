/** Keys whose values stand on one line, wherever they are: `tags: [django, careers]`. */
export type OnOneLine = ReadonlySet<string>;

/** Control characters and halves of characters: only escapes can write them. */
const needsEscapes = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]/u;
/** What cannot stand in a line of YAML without quotation marks: signs at the start, `: ` or ` #` inside, blanks at the end. */
const needsQuotes = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|:[ \t]|[\t ]#|[\t :]$/;
/** What the core schema of YAML 1.2 reads as null, a boolean or a number. */
const isNoText =
  /^(?:~?|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/;

/**
 * Writes a mapping as the `yaml` package does (YAML 1.2, core schema, lines of any length, no blanks inside brackets) in a tenth of
 * its time, as long as it holds only what nearly all frontmatter is made of: texts, whole numbers, lists and mappings of them.
 * @returns undefined if there is anything else, or a text that is seldom met (control characters, blanks around lines): then the
 *   package has to write it
 */
export function plainYaml(data: Readonly<Record<string, unknown>>, onOneLine: OnOneLine): string | undefined {
  const text = mapping(data, '', onOneLine);
  return text === undefined ? undefined : `${text}\n`;
}

/** The lines of a mapping, of which the first is not indented. */
function mapping(data: object, indent: string, onOneLine: OnOneLine): string | undefined {
  let text = '';
  for (const [key, value] of Object.entries(data)) {
    if (!isKey(key)) return undefined;
    const written = onOneLine.has(key) && typeof value === 'object' ? flow(value) : block(value, indent, onOneLine);
    if (written === undefined) return undefined;
    text += `${text === '' ? '' : `\n${indent}`}${key}:${written.startsWith('\n') ? '' : ' '}${written}`;
  }
  return text === '' ? undefined : text;
}

/** A value below a key at the given indent; it begins with a line break if it stands below its key. */
function block(value: unknown, indent: string, onOneLine: OnOneLine): string | undefined {
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return scalar(value, inner);
    const text = mapping(value, inner, onOneLine);
    return text && `\n${inner}${text}`;
  }
  let text = '';
  for (const item of value) {
    const written = isMapping(item) ? mapping(item, `${inner}  `, onOneLine) : scalar(item, `${inner}  `);
    if (written === undefined) return undefined;
    text += `\n${inner}- ${written}`;
  }
  return text === '' ? undefined : text;
}

function flow(value: unknown): string | undefined {
  if (Array.isArray(value)) return joined('[', value.map(flow), ']');
  if (!isMapping(value)) return scalar(value);
  return joined(
    '{',
    Object.entries(value).map(([key, inside]) => {
      const written = isKey(key) ? flow(inside) : undefined;
      return written && `${key}: ${written}`;
    }),
    '}',
  );
}

function joined(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.length === 0 || parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
}

/** @param indent of the lines of a text that has several; without it all is on one line, between brackets */
function scalar(value: unknown, indent?: string): string | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
  if (typeof value !== 'string' || needsEscapes.test(value)) return undefined;
  if (value.includes('\n')) {
    return indent === undefined || /^\s|\s$/.test(value)
      ? undefined
      : `|-\n${indent}${value.replace(/\n+/g, `$&${indent}`)}`;
  }
  const isBare = !needsQuotes.test(value) && !isNoText.test(value) && (indent !== undefined || !/[[\]{},]/.test(value));
  if (isBare) return value;
  return value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKey(key: string): boolean {
  return /^[a-zA-Z]+$/.test(key) && !isNoText.test(key);
}
