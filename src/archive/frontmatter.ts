import matter from 'gray-matter';
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
import type { Diagnostic, Place } from '../core/diagnostic.ts';
import type { SourceFile } from './source-file.ts';

/** The two halves of a file, and where each key of the first stands. */
export type Frontmatter = {
  data: unknown;
  /** The text after the frontmatter. */
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
  /** The place of the value at a path such as `['comments', 0, 'text']`, or of the nearest thing above it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** The place of a key itself. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
};

/**
 * Splits a file into frontmatter and body with gray-matter, fenced in: gray-matter chooses its parser by the word after the
 * opening `---`, and some of its parsers execute what they are given. So the first line must be exactly `---`, only the
 * frontmatter is handed over, every engine but YAML refuses, and YAML is read by the `yaml` package, which knows places.
 */
export function splitFrontmatter(source: SourceFile, largestBytes: number): Frontmatter | Diagnostic[] {
  const { file, text } = source;
  const report = (place: Place, rule: string, message: string, fix: string): Diagnostic[] => [
    { file, ...place, severity: 'error', rule, message, fix },
  ];
  const top = { line: 1, column: 1 };
  const firstLine = text.slice(0, lineEnd(text, 0));
  if (firstLine.trim() === '' && text.trim() === '') {
    return report(
      top,
      'empty-file',
      'is empty',
      'write frontmatter between two lines of --- and the text below, or delete the file',
    );
  }
  if (firstLine !== '---') {
    return /^\s*---+\s*\S/.test(firstLine)
      ? report(
          { line: 1, column: firstLine.indexOf('---') + 4 },
          'frontmatter-language',
          `opens frontmatter with ${JSON.stringify(firstLine.slice(0, 40))}; only YAML is read, and nothing in it is ever executed`,
          'write exactly --- on the first line',
        )
      : report(
          top,
          'frontmatter-missing',
          'has no frontmatter: its first line is not ---',
          'begin the file with --- on a line of its own',
        );
  }
  const close = /\n---[ \t]*(?:\n|$)/g;
  close.lastIndex = 3;
  const end = close.exec(text.length > largestBytes * 2 ? text.slice(0, largestBytes * 2) : text);
  if (!end) {
    return text.length > largestBytes * 2
      ? report(
          top,
          'frontmatter-too-large',
          `has more than ${largestBytes} bytes of frontmatter, or no closing ---`,
          'close the frontmatter with --- and move text below it',
        )
      : report(
          top,
          'frontmatter-unclosed',
          'opens frontmatter and never closes it',
          'put --- on a line of its own after the last key',
        );
  }
  const head = text.slice(0, end.index + end[0].length);
  const size = Buffer.byteLength(head);
  if (size > largestBytes) {
    return report(
      top,
      'frontmatter-too-large',
      `has ${size} bytes of frontmatter; at most ${largestBytes} are read`,
      'move text below the frontmatter, and long comments into answers',
    );
  }

  const lines = new LineCounter();
  let document: Document | undefined;
  const yaml = {
    parse(yamlText: string): object {
      // gray-matter hands over what stands between the lines of ---, the newline after the first included.
      document = parseDocument(yamlText, {
        lineCounter: lines,
        version: '1.2',
        schema: 'core',
        uniqueKeys: true,
        prettyErrors: false,
      });
      return {};
    },
    stringify: refuse,
  };
  matter(head, {
    engines: { yaml, json: refuse, javascript: refuse, js: refuse, coffee: refuse, toml: refuse },
    language: 'yaml',
    delimiters: '---',
  });

  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const body = text.slice(head.length);
  const bodyLine = head.split('\n').length;
  if (!document) {
    return { data: {}, body, bodyLine, placeOf: () => top, placeOfKey: () => top };
  }
  // The first syntax error is the true cause; those after it are mostly its echo.
  const [error] = document.errors;
  if (error) {
    return report(
      placeAt(error.pos[0]),
      'frontmatter-syntax',
      `is not valid YAML: ${firstSentence(error.message)}`,
      hintFor(error.code),
    );
  }
  const problems = forbidden(document).flatMap(([offset, what, fix]) =>
    report(placeAt(offset), 'frontmatter-forbidden', what, fix),
  );
  if (problems.length > 0) return problems;
  const parsed = document;
  return {
    data: parsed.toJS({ maxAliasCount: 0 }) ?? {},
    body,
    bodyLine,
    placeOf: (path) => placeAt(offsetOf(parsed, path)),
    placeOfKey: (path, key) => placeAt(offsetOfKey(parsed, path, key)),
  };
}

/** What YAML can do that a post has no use for, and that has been used for attacks. */
function forbidden(document: Document): [offset: number, what: string, fix: string][] {
  const found: [number, string, string][] = [];
  const offset = (node: Node) => node.range?.[0] ?? 0;
  visit(document, {
    Node(_, node) {
      if (isAlias(node))
        found.push([
          offset(node),
          `uses the YAML alias *${node.source}`,
          'write the value out; put quotes around text that begins with *',
        ]);
      else if (node.anchor !== undefined)
        found.push([
          offset(node),
          `uses the YAML anchor &${node.anchor}`,
          'write the value without &; put quotes around text that begins with &',
        ]);
      else if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/.test(node.tag))
        found.push([
          offset(node),
          `uses the YAML tag ${node.tag}`,
          'write the value without the tag; put quotes around text that begins with !',
        ]);
    },
    Pair(_, pair) {
      if (
        isScalar(pair.key) &&
        (pair.key.value === '__proto__' || pair.key.value === 'constructor' || pair.key.value === 'prototype')
      )
        found.push([offset(pair.key), `has a key ${pair.key.value}`, 'remove the key']);
      else if (!isScalar(pair.key)) found.push([0, 'has a key that is not text', 'write keys as plain words']);
    },
  });
  return found;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}

function offsetOfKey(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(map)) {
    for (const pair of map.items)
      if (isScalar(pair.key) && String(pair.key.value) === key) return pair.key.range?.[0] ?? 0;
  }
  return offsetOf(document, path);
}

function firstSentence(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '') ?? message;
}

function hintFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'DUPLICATE_KEY') return 'keep one of the two';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY')
    return 'put quotes around text that has a colon in it';
  return 'put quotes around text that has : # [ ] { } & * ! | > or quotes in it';
}

function refuse(): never {
  throw new Error('Only YAML frontmatter is read, and none is written here.');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
