import { visible } from '../../archive/report/visible.ts';

const zeroWidthSpace = '\u200b';

/**
 * Text that somebody else wrote, as Markdown that shows it and does nothing: no emphasis, links, pictures, HTML, formulas, tables or
 * headings, nobody is notified by `@name` and nothing is referred to by `#1`, on any forge. It stays on one line.
 */
export function safeText(text: string): string {
  return (
    visible(text.replace(/\s+/g, ' '))
      .replace(/[\\`*_{}[\]()#+\-.!|~$^=:>"']/g, (sign) => (/[-.:="'^]/.test(sign) ? sign : `\\${sign}`))
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      // Forges look for these after Markdown is rendered, so that a backslash does not help.
      .replace(/(@|#|!|\$|~|%|&amp;|\bGH-)(?=\\?[\w{"])/g, `$1${zeroWidthSpace}`)
      .replace(/:(?=\/\/)|\b(www)(?=\.)/gi, `$&${zeroWidthSpace}`)
      .replace(/:(?=[\w\\+-]+:)/g, `:${zeroWidthSpace}`)
      // What begins a list, a rule or a command of the forge at the start of a line.
      .replace(/^(?=[-=/]|\d+[.])/, zeroWidthSpace)
  );
}

/** The same as code: letter by letter, and nothing in it is looked at by a forge. */
export function codeSpan(text: string): string {
  const shown = visible(text).replace(/ {2,}/g, (blanks) => '·'.repeat(blanks.length));
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[`\s]|[`\s]$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Cuts a text at a word, with an ellipsis if anything is left out. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  const blank = room.lastIndexOf(' ');
  return `${room.slice(0, blank > length / 2 ? blank : room.length)} …`;
}
