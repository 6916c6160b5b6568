import { escapeHtml } from '../../markdown/escape-html.ts';

/** Makes the line that says who is quoted from what stands behind `quote=`. */
export type QuoteTitle = (attributes: string) => string;

type Open = { name: string; attributes: string; lines: string[] };

const opening = /^[ \t]*\[(quote|details|spoiler|code)(?:=("?)([^\]]*?)\2)?\][ \t]*(.*)$/i;
const closing = /^(.*?)\[\/(quote|details|spoiler|code)\][ \t]*$/i;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Turns the blocks of BBCode that Discourse knows into Markdown: `[quote="name, post:3, topic:12"]`, `[details="Title"]`,
 * `[spoiler]`, `[code]`. Lines of code stay as they are, and so does a tag that is never closed.
 * @param quoteTitle the Markdown of the line that says who is quoted; empty for none
 */
export function blocksOfBbcode(raw: string, quoteTitle: QuoteTitle): string {
  const stack: Open[] = [{ name: '', attributes: '', lines: [] }];
  let fenced: string | undefined;
  const put = (line: string) => stack.at(-1)?.lines.push(line);
  for (const line of raw.split('\n')) {
    const marks = fence.exec(line)?.[1];
    const isCode = stack.at(-1)?.name === 'code';
    if (fenced === undefined && marks && !isCode) fenced = marks;
    else if (fenced !== undefined && marks?.startsWith(fenced) && line.trim() === marks) fenced = undefined;
    if (fenced !== undefined || (marks && !isCode)) {
      put(line);
      continue;
    }
    const open = isCode ? null : opening.exec(line);
    let rest = line;
    if (open) {
      stack.push({ name: (open[1] ?? '').toLowerCase(), attributes: open[3] ?? '', lines: [] });
      rest = open[4] ?? '';
      if (rest === '') continue;
    }
    const close = closing.exec(rest);
    const top = stack.at(-1);
    if (close && top && stack.length > 1 && top.name === close[2]?.toLowerCase()) {
      if (close[1]?.trim()) put(close[1]);
      stack.pop();
      for (const written of markdownOf(top, quoteTitle)) put(written);
    } else put(rest);
  }
  // What was never closed stays as it was typed.
  while (stack.length > 1) {
    const { name, attributes, lines } = stack.pop() ?? { name: '', attributes: '', lines: [] };
    put(`[${name}${attributes === '' ? '' : `="${attributes}"`}]`);
    lines.forEach(put);
  }
  return stack[0]?.lines.join('\n') ?? raw;
}

function markdownOf({ name, attributes, lines }: Open, quoteTitle: QuoteTitle): string[] {
  if (name === 'code') return ['```', ...lines, '```'];
  if (name === 'details') {
    return [
      '',
      '<details>',
      `<summary>${escapeHtml(attributes || 'Summary')}</summary>`,
      '',
      ...lines,
      '',
      '</details>',
      '',
    ];
  }
  const title = name === 'quote' ? quoteTitle(attributes) : '';
  const sign = name === 'spoiler' ? '>!' : '>';
  const inside = [...(title === '' ? [] : [title, '']), ...lines];
  return ['', ...inside.map((line) => (line === '' ? sign : `${sign} ${line}`)), ''];
}
