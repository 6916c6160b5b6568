import type { Place } from '../core/diagnostic.ts';
import { nameOf } from '../core/invisible.ts';

/** What is wrong with a piece of YAML in words for people who do not know YAML. Lines and columns are counted from 1. */
export type YamlProblem = Place & { message: string; fix: string };

type Context = { lines: readonly string[]; line: number; column: number; reason: string };

/**
 * Finds what a person did wrong from what the parser stumbled over: its place is often behind the cause, and its words are about
 * the grammar.
 * @param code of the parser's first error
 * @param reason the parser's own words
 * @param text the frontmatter, its line of --- included
 */
export function yamlProblem(code: string, reason: string, text: string, { line, column }: Place): YamlProblem {
  const context: Context = { lines: text.split('\n'), line, column, reason: reason.split('\n', 1)[0] ?? reason };
  return (
    mergeConflict(context) ??
    oddSpace(context) ??
    hashInList(context) ??
    explanations[code]?.(context) ??
    unexplained(context)
  );
}

function mergeConflict(context: Context): YamlProblem | undefined {
  const line = context.lines.findIndex((text) => /^<{7}(?: |$)/.test(text));
  if (line === -1 || !context.lines.some((text) => /^>{7}(?: |$)/.test(text))) return undefined;
  return at(
    { ...context, line: line + 1, column: 1 },
    'two versions of the file were not joined: this line begins a conflict that git left',
    'keep what is right of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>',
  );
}

/** Word processors put a no-break space where a blank was typed, and nobody sees the difference. */
function oddSpace(context: Context): YamlProblem | undefined {
  for (const [index, line] of context.lines.entries()) {
    const [, before = '', key = '', space, value = ''] = /^(\s*(?:- )?([A-Za-z]+):)([^\S \t\r])(.*)$/.exec(line) ?? [];
    if (space === undefined) continue;
    const name = space === '\u00a0' ? 'a no-break space (U+00A0)' : `another kind of space (${nameOf(space)})`;
    return at(
      { ...context, line: index + 1, column: before.length + 1 },
      `this line has ${name} behind the colon, where YAML needs a plain one`,
      `write ${key}: ${value.trim() === '' ? '…' : value.trim()}`,
    );
  }
  return undefined;
}

/** `tags: [c#, #python]`: what is behind the second # is no part of the list, and neither is the bracket. */
function hashInList(context: Context): YamlProblem | undefined {
  for (const [index, line] of context.lines.entries()) {
    const [, before = '', key = '', list = ''] = /^((tags|synonyms):[ \t]*\[)([^\]]*)/.exec(line) ?? [];
    const hash = /(?:^|[\s,])#/.exec(list);
    if (!hash) continue;
    return at(
      { ...context, line: index + 1, column: before.length + hash.index + hash[0].length },
      `this line has a # at the start of one of the ${key}, which begins a comment in YAML`,
      `write ${key} without #: ${key}: [${list.replace(/(^|[\s,])#+/g, '$1').trim()}]`,
    );
  }
  return undefined;
}

const explanations: Readonly<Record<string, (context: Context) => YamlProblem | undefined>> = {
  TAB_AS_INDENT: (context) =>
    at(context, 'this line indents with a tab, which YAML does not allow', 'put spaces in the place of the tab'),
  DUPLICATE_KEY: (context) => {
    const key = partsOf(lineOf(context))?.key;
    return at(
      context,
      key === undefined ? 'this line has a key a second time' : `this line has the key ${key} a second time`,
      'keep one of the two',
    );
  },
  BLOCK_AS_IMPLICIT_KEY: (context) => colonInValue(context) ?? indentedKey(context),
  MULTILINE_IMPLICIT_KEY: (context) => colonInValue(context) ?? noColon(context),
  MISSING_CHAR: (context) => {
    if (context.reason.includes('quote')) return openQuote(context);
    return context.reason.includes('- indicator') ? misaligned(context) : noColon(context);
  },
  BAD_INDENT: (context) => openBracket(context) ?? misaligned(context),
  BAD_SCALAR_START: (context) => {
    const character = lineOf(context)[context.column - 1] ?? '';
    return at(
      context,
      `this line has a value that begins with ${character}, which means something else in YAML`,
      quoted(context),
    );
  },
  UNEXPECTED_TOKEN: (context) => {
    const value = partsOf(lineOf(context))?.value ?? '';
    const first = value[0] ?? '';
    if (/["'[{]/.test(first)) {
      const end = { '[': ']', '{': '}' }[first] ?? first;
      return at(context, `this line has a value that goes on behind the closing ${end}`, quoted(context));
    }
    if (/^[->|?*&!]/.test(first)) {
      return at(
        { ...context, column: partsOf(lineOf(context))?.valueColumn ?? context.column },
        `this line has a value that begins with ${first}, which means something else in YAML`,
        quoted(context),
      );
    }
    return undefined;
  },
  MULTIPLE_DOCS: (context) => {
    const above = context.lines.slice(0, context.line).findLastIndex((line) => line.startsWith('...'));
    const place = above === -1 ? context : { ...context, line: above + 1, column: 1 };
    return at(place, 'a line of ... among the keys ends them', 'remove the line');
  },
  RESOURCE_EXHAUSTION: (context) =>
    at(context, 'here lists or keys are inside each other too deep', 'put quotes around text that has brackets'),
  BAD_DQ_ESCAPE: (context) =>
    at(
      context,
      'this line has a backslash between double quotes that means nothing',
      'use single quotes, or write \\\\ for a backslash',
    ),
};

function unexplained(context: Context): YamlProblem {
  return at(
    context,
    `this line is not valid YAML: ${context.reason.replace(/ at line \d+.*$/, '')}`,
    'put quotes around text that has : # [ ] { } & * ! | > or quotes in it',
  );
}

function colonInValue(context: Context): YamlProblem | undefined {
  const parts = partsOf(lineOf(context));
  const colon = parts?.value.search(/:(?:\s|$)/) ?? -1;
  if (!parts || colon === -1) return undefined;
  const column = parts.valueColumn + colon;
  return {
    ...at(
      context,
      `this line has a colon in the value of ${parts.key}, where YAML takes it for another key`,
      quoted(context),
    ),
    column,
  };
}

/** `title: x` and below it, indented, `author: y`: the second line counts as part of the first. */
function indentedKey(context: Context): YamlProblem | undefined {
  const below = context.lines[context.line];
  const indent = /^[ \t]+(?=\S)/.exec(below ?? '')?.[0].length;
  if (indent === undefined) return undefined;
  return {
    line: context.line + 1,
    column: indent + 1,
    message: 'this line is indented, so it counts as part of the line above',
    fix: 'begin the key at the start of the line',
  };
}

function noColon(context: Context): YamlProblem | undefined {
  const line = lineOf(context);
  const [, key, value] = /^\s*(?:- )?"?([A-Za-z]+)"?(?::|\s*=\s*|\s+|$)(\S.*)?$/.exec(line) ?? [];
  const glued = /^\s*(?:- )?[A-Za-z]+:\S/.test(line);
  return at(
    context,
    glued ? 'this line has no space behind the colon' : 'this line has no colon, so it is no key with a value',
    key === undefined ? 'write key: value' : `write ${key}: ${value ?? '…'}`,
  );
}

function openQuote(context: Context): YamlProblem | undefined {
  for (const [index, line] of context.lines.entries()) {
    const parts = partsOf(line);
    const quote = parts?.value[0];
    if (!parts || (quote !== '"' && quote !== "'") || parts.value.slice(1).includes(quote)) continue;
    const fix = `write ${parts.key}: ${quote}${parts.value.slice(1).trim()}${quote}`;
    return {
      line: index + 1,
      column: parts.valueColumn,
      message: `this line opens a quotation with ${quote} and never closes it`,
      fix,
    };
  }
  return undefined;
}

/** The last bracket that was opened above the place where the parser missed its end. */
function openBracket(context: Context): YamlProblem | undefined {
  for (let index = context.line - 1; index >= 0; index--) {
    const parts = partsOf(context.lines[index] ?? '');
    const bracket = parts?.value[0];
    if (!parts || (bracket !== '[' && bracket !== '{')) continue;
    const end = bracket === '[' ? ']' : '}';
    if (parts.value.includes(end)) continue;
    const fix = `write ${parts.key}: ${parts.value.trim().replace(/,$/, '')}${end}`;
    return {
      line: index + 1,
      column: parts.valueColumn,
      message: `this line opens ${bracket} and never closes it`,
      fix,
    };
  }
  return undefined;
}

function misaligned(context: Context): YamlProblem {
  return at(
    context,
    'this line is indented neither like the line above nor like another key',
    'let the keys that belong together begin in the same column',
  );
}

/** The line as it should be: its value between quotes. */
function quoted(context: Context): string {
  const parts = partsOf(lineOf(context));
  if (!parts) return 'put quotes around the text';
  const { key, value } = parts;
  const bare = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
  return `write ${key}: ${/["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`}`;
}

/** The key and the value on a line, and the column in which the value begins. */
function partsOf(line: string): { key: string; value: string; valueColumn: number } | undefined {
  const [, before, key, value] = /^((?:\s*- )?\s*([A-Za-z][\w-]*):[ \t]+)(\S.*?)\s*$/.exec(line) ?? [];
  return before === undefined || key === undefined || value === undefined
    ? undefined
    : { key, value, valueColumn: before.length + 1 };
}

function lineOf({ lines, line }: Context): string {
  return lines[line - 1] ?? '';
}

function at({ line, column }: Context, message: string, fix: string): YamlProblem {
  return { line, column, message, fix };
}
