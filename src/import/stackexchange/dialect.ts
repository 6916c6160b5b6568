import { markdownToMdast, type MdastNode } from 'satteri';
import { applyEdits, type TextEdit } from '../../archive/edit/text-edit.ts';
import { onOneLine } from '../formula-definitions.ts';
import type { FormulaRepair } from '../formula-repair.ts';
import { formulaSpans } from '../formula-spans.ts';

/** A change that a text went through so that it means here what it meant on Stack Exchange. */
export type DialectChange =
  | 'code-language'
  | 'formula'
  | 'dollar-sign'
  | 'tag-link'
  | 'snippet-comment'
  | 'heading'
  | 'html-block'
  | 'bare-address';

export type DialectOptions = {
  /** Host of the site. */
  site: string;
  /** Whether the site uses MathJax. */
  math: boolean;
  repair: FormulaRepair;
  /** What Stack Exchange made of the text, if the dump has it: it decides where the text alone does not. */
  html?: string;
};

/**
 * Turns the Markdown of Stack Exchange into the archive's, touching only what differs: the language of code from a comment
 * above it (`<!-- language: lang-py -->`) onto a fence, `[tag:x]` into a link, `##Heading` into one, a bare address of the network
 * into a link with the title that the site showed, formulas over several lines onto lines of their own, and dollar signs that are
 * only dollar signs escaped.
 */
export function fromStackExchange(
  markdown: string,
  { site, math, repair, html = '' }: DialectOptions,
): { markdown: string; changes: DialectChange[] } {
  const changes = new Set<DialectChange>();
  let text = markdown.replace(/\r\n?/g, '\n');
  const step = (kind: DialectChange, isDue: boolean, transform: (text: string) => string) => {
    const result = isDue ? transform(text) : text;
    if (result !== text) changes.add(kind);
    text = result;
  };
  step('code-language', text.includes('<!-- language'), codeLanguages);
  step('snippet-comment', text.includes('snippet'), withoutSnippetComments);
  step('html-block', /^(?:<!--|<[hb]r)/m.test(text), partHtmlBlocks);
  step('heading', /^#{1,6}[^#\s]/m.test(text) && /<h[1-6]/.test(html), spacedHeadings);
  step('bare-address', html !== '' && /:\/\/|www\.|@/.test(text), (before) => bareAddresses(before, html));
  step('tag-link', /\[(?:meta-)?tag:/.test(text), (before) => tagLinks(before, site));
  const hasSigns = /\$|\\begin\{/.test(text);
  step('formula', math && hasSigns, (before) => formulas(before, repair));
  step('dollar-sign', !math && hasSigns, escapeDollars);
  return { markdown: text, changes: [...changes] };
}

/** A rule or a comment at the start of a block of HTML would take the lines below it into the block. */
function partHtmlBlocks(markdown: string): string {
  const edits: TextEdit[] = [];
  each(markdown, (node, from, to) => {
    const first =
      node.type === 'html'
        ? /^(?:<!--[^]*?-->|<[hb]r ?\/?>)[ \t]*\n?(?=[ \t]*\S)/.exec(markdown.slice(from, to))
        : null;
    const isBlock = from === 0 || markdown[from - 1] === '\n';
    if (first && isBlock) edits.push({ from, to: from + first[0].length, text: `${first[0].trimEnd()}\n\n` });
  });
  return applyEdits(markdown, edits);
}

/** Headings without a blank behind the signs, as Stack Exchange took them until 2020. */
function spacedHeadings(markdown: string): string {
  const edits: TextEdit[] = [];
  each(markdown, (node, from, to) => {
    if (node.type !== 'paragraph') return;
    for (const match of markdown.slice(from, to).matchAll(/^(#{1,6})(?=[^#\s])/gm)) {
      const at = from + match.index + match[0].length;
      edits.push({ from: at, to: at, text: ' ' });
    }
  });
  return applyEdits(markdown, edits);
}

/** Bare addresses: a link with the title that the site showed, or no link where the site made none. */
function bareAddresses(markdown: string, html: string): string {
  const shown = new Map<string, string>();
  for (const [, url = '', text = ''] of html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)) {
    shown.set(unescapeHtml(url), unescapeHtml(text));
  }
  const edits: TextEdit[] = [];
  each(markdown, (node, from, to) => {
    if (node.type !== 'link' || markdown[from] === '[') return;
    const title = shown.get(node.url) ?? shown.get(`${node.url}/`);
    if (title === undefined && markdown[from] !== '<') {
      edits.push({ from, to, text: markdown.slice(from, to).replace(/:(?=\/\/)|\.|@/, '\\$&') });
    } else if (title !== undefined && !/^(?:https?:\/\/|www\.|ftp:|$)/.test(title) && title !== node.url) {
      edits.push({ from, to, text: `[${title.replace(/[[\]\\_*`<$]/g, '\\$&')}](${node.url})` });
    }
  });
  return applyEdits(markdown, edits);
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const hint = /^<!-- language(-all)?: *(?:lang-)?([\w+#.-]+) *-->$/;

function codeLanguages(markdown: string): string {
  const edits: TextEdit[] = [];
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
  return applyEdits(markdown, edits);
}

function withoutSnippetComments(markdown: string): string {
  const edits: TextEdit[] = [];
  each(markdown, (node, from, to) => {
    const raw = markdown.slice(from, to);
    if (node.type === 'html' && /^<!-- (?:begin|end) snippet[^>]*-->$/.test(raw.trim()))
      edits.push({ from, to, text: '' });
  });
  return applyEdits(markdown, edits).replace(/\n{3,}/g, '\n\n');
}

function tagLinks(markdown: string, site: string): string {
  const edits: TextEdit[] = [];
  each(markdown, (node, from, to) => {
    if (node.type !== 'text') return;
    const raw = markdown.slice(from, to);
    for (const match of raw.matchAll(/\[(?:meta-)?tag:([^\]\s]+)\]/g)) {
      const [shown, tag = ''] = match;
      const url = `https://${site}/questions/tagged/${encodeURIComponent(tag)}`;
      edits.push({
        from: from + match.index,
        to: from + match.index + shown.length,
        text: `[${tag.toLowerCase().replace(/^-+/, '')}](${url})`,
      });
    }
  });
  return applyEdits(markdown, edits);
}

/**
 * Puts a formula that stands for itself onto lines of its own, where nothing in it can be taken for a list or a heading, and mends
 * what the archive cannot typeset.
 */
function formulas(markdown: string, repair: FormulaRepair): string {
  // Code is hidden from the search for formulas by signs of the same length, so that offsets stay.
  let hidden = markdown;
  each(
    markdown,
    (node, from, to) => {
      if (node.type !== 'code' && node.type !== 'inlineCode') return;
      hidden = hidden.slice(0, from) + 'x'.repeat(to - from) + hidden.slice(to);
    },
    false,
  );
  let at = 0;
  let text = '';
  for (const span of formulaSpans(hidden)) {
    const raw = markdown.slice(at, at + span.value.length);
    at += span.value.length;
    if (span.kind === 'text') {
      text += raw;
      continue;
    }
    const isDisplay = span.kind === 'display';
    const tex = repair(span.tex, isDisplay);
    const isSame = tex === span.tex && !span.value.startsWith('\\begin');
    const margin = /(?:^|\n)([ \t>]*)$/.exec(text)?.[1];
    if (tex === undefined) text += `\`${onOneLine(span.tex)}\``;
    else if (isSame && !raw.includes('\n')) text += raw;
    else if (!isDisplay) text += `$${onOneLine(tex)}$`;
    else if (isSame && margin !== undefined && /^\$\$[ \t]*\n[^]*\n[ \t>]*\$\$$/.test(raw)) text += raw;
    else if (margin !== undefined && /^[ \t]*(?:\n|$)/.test(markdown.slice(at)))
      text += `$$\n${margin}${tex}\n${margin}$$`;
    else text += `$$${onOneLine(tex)}$$`;
  }
  return text;
}

/** Escapes the signs around what would be read as a formula and is none. */
function escapeDollars(markdown: string): string {
  for (let text = markdown, round = 0; ; round++) {
    const edits: TextEdit[] = [];
    each(text, (node, from, to) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const raw = text.slice(from, to);
      edits.push({ from, to, text: raw.replace(/^\$+|\$+$/g, (signs) => signs.replaceAll('$', '\\$')) });
    });
    if (edits.length === 0 || round === 20) return text;
    text = applyEdits(text, edits);
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
