import { visible } from '../../archive/report/visible.ts';

/** GitHub takes 65,536 characters in a comment. */
const longest = 60_000;

/**
 * Takes from Markdown of unknown origin what would act on a forge: mentions that call people, references that link issues, pictures that are loaded,
 * HTML, and characters that nobody sees. Headings, lists, tables, code and links to read stay.
 */
export function safeMarkdown(markdown: string): string {
  const text = markdown.length > longest ? `${markdown.slice(0, longest)}\n\n…` : markdown;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      visible(line.replaceAll('\t', '  '))
        .replace(/</g, '&lt;')
        .replace(/!(?=\[)/g, '\\!')
        .replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, '@\u2060')
        .replace(/(?<![&\p{L}\p{N}])#(?=\d)/gu, '#\u2060')
        .replace(/\b(?:GH-)(?=\d)/gi, 'GH\u2060-'),
    )
    .join('\n');
}
