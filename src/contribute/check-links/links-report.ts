import { visible } from '../../archive/report/visible.ts';
import type { CheckedLink } from './check-links.ts';

/** Broken links as Markdown for an issue; addresses are code, so that nothing in them is a link, a mention or markup. Empty if there are none. */
export function linksReport(links: readonly CheckedLink[], most = 200): string {
  const broken = links.filter(({ state }) => state === 'broken');
  if (broken.length === 0) return '';
  const unsure = links.filter(({ state }) => state === 'unsure').length;
  const lines = broken
    .slice(0, most)
    .map(
      ({ url, why, posts }) =>
        `- ${code(url)} ${why ?? ''}\n  in ${posts.slice(0, 5).map(code).join(', ')}${posts.length > 5 ? ` and ${posts.length - 5} more` : ''}`,
    );
  return [
    `${broken.length} of ${links.length} external links are broken: the page is gone, or nobody answers, twice.`,
    '',
    ...lines,
    ...(broken.length > most ? [`- … and ${broken.length - most} more`] : []),
    '',
    `A page that moved has a new address; one that is gone may be at https://web.archive.org.${unsure > 0 ? ` ${unsure} more do not let programs in, and were not judged.` : ''}`,
    '',
  ].join('\n');
}

function code(text: string): string {
  const shown = visible(text).slice(0, 500);
  const fence = '`'.repeat(1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)));
  return `${fence}${fence.length > 1 ? ' ' : ''}${shown}${fence.length > 1 ? ' ' : ''}${fence}`;
}
