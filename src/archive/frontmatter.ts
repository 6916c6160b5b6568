import matter from 'gray-matter';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { startOfFile, type Diagnostic, type Place } from '../core/diagnostic.ts';
import { cutFrontmatter } from './fences.ts';
import { forbiddenIn } from './forbidden-yaml.ts';
import type { SourceFile } from './source-file.ts';
import { lostInComments } from './yaml-comments.ts';
import { yamlProblem } from './yaml-problem.ts';

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
 * opening `---`, and some of its parsers execute what they are given. So only frontmatter whose first line is exactly `---` is handed
 * over, every engine but YAML refuses, and YAML is read by the `yaml` package, which knows places.
 */
export function splitFrontmatter(source: SourceFile, largestBytes: number): Frontmatter | Diagnostic[] {
  const { file } = source;
  const halves = cutFrontmatter(source, largestBytes);
  if (Array.isArray(halves)) return halves;
  const { head, body } = halves;
  const report = (place: Place, rule: string, message: string, fix: string): Diagnostic => ({
    file,
    ...place,
    severity: 'error',
    rule,
    message,
    fix,
  });

  const lines = new LineCounter();
  const document = parseHead(head, lines);
  const bodyLine = head.split('\n').length;
  if (!document) return { data: {}, body, bodyLine, placeOf: () => startOfFile, placeOfKey: () => startOfFile };
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  // The first syntax error is the true cause; those after it are mostly its echo.
  const [error] = document.errors;
  if (error) {
    const { message, fix, ...place } = yamlProblem(error.code, error.message, head, placeAt(error.pos[0]));
    return [report(place, 'frontmatter-syntax', message, fix)];
  }
  const forbidden = [...forbiddenIn(document, head.slice(3)), ...lostInComments(document, head.slice(3))];
  if (forbidden.length > 0) {
    return forbidden.map(({ offset, rule, message, fix }) => report(placeAt(offset), rule, message, fix));
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  return {
    data: data ?? {},
    body,
    bodyLine,
    placeOf: (path) => placeAt(offsetOf(document, path)),
    placeOfKey: (path, key) => placeAt(offsetOfKey(document, path, key)),
  };
}

/** Nothing if there is nothing between the two lines of ---. */
function parseHead(head: string, lineCounter: LineCounter): Document | undefined {
  let document: Document | undefined;
  const yaml = {
    // gray-matter hands over what stands between the lines of ---, the newline after the first included.
    parse(text: string): object {
      document = parseDocument(text, {
        lineCounter,
        version: '1.2',
        schema: 'core',
        uniqueKeys: true,
        prettyErrors: false,
        // At 'silent' a second document behind a line of ... would be left out without an error.
        logLevel: 'error',
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
  return document;
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

function refuse(): never {
  throw new Error('Only YAML frontmatter is read, and none is written here.');
}
