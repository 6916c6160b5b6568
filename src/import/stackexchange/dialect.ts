import { markdownToMdast, type MdastNode } from 'satteri';
import { formulaSpans } from '../formula-spans.ts';

type Edit = { from: number; to: number; text: string };

/** A change that a text went through so that it means here what it meant on Stack Exchange. */
export type DialectChange = 'code-language' | 'formula' | 'dollar-sign' | 'tag-link' | 'snippet-comment';

/**
 * Turns the Markdown of Stack Exchange into the archive's, touching only what differs: the language of code from a comment
 * above it (`<!-- language: lang-py -->`) onto a fence, `[tag:x]` into a link, formulas over several lines onto lines of their own,
 * and dollar signs that are only dollar signs escaped.
 * @param math whether the site uses MathJax
 */
export function fromStackExchange(
  markdown: string,
  site: string,
  math: boolean,
): { markdown: string; changes: DialectChange[] } {
  const changes = new Set<DialectChange>();
  const step = (kind: DialectChange, transform: (text: string) => string) => (text: string) => {
    const result = transform(text);
    if (result !== text) changes.add(kind);
    return result;
  };
  let text = markdown.replace(/\r\n?/g, '\n');
  if (text.includes('<!-- language')) text = step('code-language', codeLanguages)(text);
  if (text.includes('snippet')) text = step('snippet-comment', withoutSnippetComments)(text);
  if (/\[(?:meta-)?tag:/.test(text)) text = step('tag-link', (before) => tagLinks(before, site))(text);
  if (/\$|\\begin\{/.test(text))
    text = math ? step('formula', formulas)(text) : step('dollar-sign', escapeDollars)(text);
  return { markdown: text, changes: [...changes] };
}

const hint = /^<!-- language(-all)?: *(?:lang-)?([\w+#.-]+) *-->$/;

function codeLanguages(markdown: string): string {
  const edits: Edit[] = [];
  let all: string | undefined;
  let next: string | undefined;
  each(markdown, (node, from, to) => {
    const raw = markdown.slice(from, to);
    const match = node.type === 'html' ? hint.exec(raw.trim()) : null;
    if (match) {
      const language = match[2] === 'none' || match[2] === 'default' ? '' : (match[2] ?? '');
      if (match[1]) all = language;
      next = language;
      edits.push({ from, to: to + (/^\n*/.exec(markdown.slice(to))?.[0].length ?? 0), text: '' });
    } else if (node.type === 'code') {
      const language = next ?? all;
      next = undefined;
      const indent = markdown.slice(markdown.lastIndexOf('\n', from - 1) + 1, from);
      // Inside a list or a quotation the lines of a fence would each need the signs of what they stand in.
      if (language !== undefined && indent.trim() === '' && !/^[ \t]*(?:```|~~~)/.test(raw)) {
        const fence = '`'.repeat(
          Math.max(3, 1 + Math.max(0, ...[...node.value.matchAll(/`+/g)].map(([run]) => run.length))),
        );
        const margin =
          raw.startsWith('    ') || raw.startsWith('\t') ? '' : indent.slice(0, Math.max(0, indent.length - 4));
        const lines = node.value.split('\n').map((line) => (line === '' ? '' : margin + line));
        edits.push({
          from: from - indent.length,
          to,
          text: [`${margin}${fence}${language}`, ...lines, `${margin}${fence}`].join('\n'),
        });
      }
    } else if (node.type === 'paragraph' || node.type === 'heading') next = undefined;
  });
  return apply(markdown, edits);
}

function withoutSnippetComments(markdown: string): string {
  const edits: Edit[] = [];
  each(markdown, (node, from, to) => {
    const raw = markdown.slice(from, to);
    if (node.type === 'html' && /^<!-- (?:begin|end) snippet[^>]*-->$/.test(raw.trim()))
      edits.push({ from, to, text: '' });
  });
  return apply(markdown, edits).replace(/\n{3,}/g, '\n\n');
}

function tagLinks(markdown: string, site: string): string {
  const edits: Edit[] = [];
  each(markdown, (node, from, to) => {
    if (node.type !== 'text') return;
    const raw = markdown.slice(from, to);
    for (const match of raw.matchAll(/\[(?:meta-)?tag:([^\]\s]+)\]/g)) {
      const [shown, tag = ''] = match;
      const url = `https://${site}/questions/tagged/${encodeURIComponent(tag)}`;
      edits.push({ from: from + match.index, to: from + match.index + shown.length, text: `[${tag}](${url})` });
    }
  });
  return apply(markdown, edits);
}

/** Puts a formula that stands for itself onto lines of its own, where nothing in it can be taken for a list or a heading. */
function formulas(markdown: string): string {
  // Code is hidden from the search for formulas by signs of the same length, so that offsets stay.
  let hidden = markdown;
  each(
    markdown,
    (node, from, to) => {
      if (node.type === 'code' || node.type === 'inlineCode')
        hidden = hidden.slice(0, from) + 'x'.repeat(to - from) + hidden.slice(to);
    },
    false,
  );
  let at = 0;
  let text = '';
  for (const span of formulaSpans(hidden)) {
    const raw = markdown.slice(at, at + span.value.length);
    at += span.value.length;
    const isEnvironment = span.value.startsWith('\\begin');
    if (span.kind === 'text' || (!raw.includes('\n') && !isEnvironment)) text += raw;
    else if (span.kind === 'inline') text += raw.replace(/\s*\n[ \t>]*/g, ' ');
    else if (/^\$\$[ \t]*\n[^]*\n[ \t]*\$\$$/.test(raw) && /(?:^|\n)[ \t]*$/.test(text)) text += raw;
    else {
      const margin = /(?:^|\n)([ \t>]*)$/.exec(text)?.[1];
      const after = /^[ \t]*(?:\n|$)/.test(markdown.slice(at));
      const tex = isEnvironment ? span.value : span.value.slice(2, -2).trim();
      text +=
        margin !== undefined && after ? `$$\n${margin}${tex}\n${margin}$$` : `$$${tex.replace(/\s*\n[ \t>]*/g, ' ')}$$`;
    }
  }
  return text;
}

/** Escapes the signs around what would be read as a formula and is none. */
function escapeDollars(markdown: string): string {
  for (let text = markdown, round = 0; ; round++) {
    const edits: Edit[] = [];
    each(text, (node, from, to) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const raw = text.slice(from, to);
      edits.push({ from, to, text: raw.replace(/^\$+|\$+$/g, (signs) => signs.replaceAll('$', '\\$')) });
    });
    if (edits.length === 0 || round === 20) return text;
    text = apply(text, edits);
  }
}

function each(markdown: string, visit: (node: MdastNode, from: number, to: number) => void, math = true): void {
  const walk = (node: MdastNode) => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from !== undefined && to !== undefined) visit(node, from, to);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(markdownToMdast(markdown, { features: { gfm: true, math } }));
}

function apply(markdown: string, edits: readonly Edit[]): string {
  let text = markdown;
  for (const { from, to, text: replacement } of edits.toSorted((a, b) => b.from - a.from)) {
    text = text.slice(0, from) + replacement + text.slice(to);
  }
  return text;
}
