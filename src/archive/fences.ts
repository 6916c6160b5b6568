import { startOfFile, type Diagnostic, type Place } from '../core/diagnostic.ts';
import type { SourceFile } from './source-file.ts';

/** A file cut in two: the frontmatter with its two lines of ---, and the body. */
export type Halves = { head: string; body: string };

/**
 * Cuts a file behind its frontmatter. Other readers of frontmatter take a word behind the first `---` for the language of what follows,
 * and some execute it: so the first line must be exactly `---`, and no line but the last may begin so.
 */
export function cutFrontmatter({ file, text }: SourceFile, largestBytes: number): Halves | Diagnostic[] {
  const report = (rule: string, message: string, fix: string, place: Place = startOfFile): Diagnostic[] => [
    { file, ...place, severity: 'error', rule, message, fix },
  ];
  if (text.trim() === '') {
    const fix = 'write frontmatter between two lines of --- and the text below, or delete the file';
    return report('empty-file', 'the file is empty', fix);
  }
  const first = lineAt(text, 0);
  if (first !== '---') return wrongFirstLine(first, text, file, report);

  // Only as much is searched as could be within the limit.
  const searched = text.length > largestBytes * 2 ? text.slice(0, largestBytes * 2) : text;
  const fence = searched.indexOf('\n---', 2);
  if (fence === -1) {
    return searched.length < text.length
      ? report(
          'frontmatter-too-large',
          `the file has more than ${largestBytes} bytes of frontmatter, or no line of --- at its end`,
          'put --- on a line of its own behind the last key, and move text below it',
        )
      : report(
          'frontmatter-unclosed',
          'the file opens frontmatter with --- and never closes it',
          'put --- on a line of its own behind the last key',
        );
  }
  const last = lineAt(text, fence + 1);
  if (last.trimEnd() !== '---') {
    const line = text.slice(0, fence + 1).split('\n').length;
    return report(
      'frontmatter-syntax',
      'this line begins with --- and goes on; only the line that ends the frontmatter may begin so',
      'write exactly --- to end the frontmatter, or indent the line if it belongs to a text',
      { line, column: 1 },
    );
  }
  const end = fence + 1 + last.length;
  const size = Buffer.byteLength(text.slice(0, end));
  if (size > largestBytes) {
    return report(
      'frontmatter-too-large',
      `the file has ${size} bytes of frontmatter; at most ${largestBytes} are read`,
      'move text below the frontmatter, and long comments into answers',
    );
  }
  return { head: text.slice(0, end + 1), body: text.slice(end + 1) };
}

type Report = (rule: string, message: string, fix: string, place?: Place) => Diagnostic[];

function wrongFirstLine(first: string, text: string, file: string, report: Report): Diagnostic[] {
  const language = /^\s*-{3,}\s*(?=[^\s-])/.exec(first);
  if (language) {
    return report(
      'frontmatter-language',
      `the file opens frontmatter with ${JSON.stringify(first.slice(0, 40))}; only YAML is read, and nothing in it is ever executed`,
      'write exactly --- on the first line',
      { line: 1, column: language[0].length + 1 },
    );
  }
  if (/^\s*-{2,}\s*$/.test(first)) {
    return report(
      'frontmatter-missing',
      `the file begins with ${JSON.stringify(first.slice(0, 40))} instead of exactly ---`,
      'write three hyphens on the first line, and nothing else',
    );
  }
  if (first.trim() === '+++') {
    return report(
      'frontmatter-missing',
      'the file begins with +++, which is TOML; frontmatter here is YAML',
      'write --- instead of +++ on both lines, and key: value instead of key = "value" between them',
    );
  }
  if (first.trim() === '' && text.trimStart().startsWith('---')) {
    return report(
      'frontmatter-missing',
      'the file begins with an empty line, so what follows is not read as frontmatter',
      'delete what is above the first ---',
    );
  }
  return report(
    'frontmatter-missing',
    'the file has no frontmatter: its first line is not ---',
    `begin the file with a line of ---, the keys (${keysOf(file)}), and another line of ---`,
  );
}

/** The keys that a file must have, by where it is. */
function keysOf(file: string): string {
  if (/\/answers\/[^/]*$/.test(file)) return 'author: … for an answer';
  if (/(?:^|\/)tags\/[^/]*$/.test(file)) return 'title: … or none for a tag';
  if (/(?:^|\/)authors\/[^/]*$/.test(file)) return 'name: … for an author';
  return 'title: … and author: … for a question';
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end === -1 ? text.length : end);
}
