import { visible } from '../../archive/report/visible.ts';

/** GitHub takes 65,536 characters in a comment. */
const longest = 60_000;

/** A review parts with it what a forge would take for a mention. */
const zeroWidthSpace = '\u200b';

/**
 * Takes from Markdown of unknown origin what would act on a forge: mentions that call people, references that link issues, pictures that are loaded,
 * HTML, and characters that nobody sees. Headings, lists, tables, code, what was added and deleted, and links to read stay.
 */
export function safeMarkdown(markdown: string): string {
  const text = markdown.length > longest ? `${markdown.slice(0, longest)}\n\n…` : markdown;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replaceAll('\t', '  ')
        .split(zeroWidthSpace)
        .map(visible)
        .join(zeroWidthSpace)
        // Forges look for mentions and references behind the reading of entities.
        .replace(/&(?:#0*64|#x0*40|commat);?/gi, '@')
        .replace(/&(?:#0*35|#x0*23|num);?/gi, '#')
        .replace(/<(?!\/?(?:del|ins)>)/g, '&lt;')
        .replace(/!(?=\[)/g, '\\!')
        .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, `@${zeroWidthSpace}`)
        .replace(/#(?=\d)/g, `#${zeroWidthSpace}`)
        .replace(/\bGH-(?=\d)/gi, `GH${zeroWidthSpace}-`),
    )
    .join('\n');
}
