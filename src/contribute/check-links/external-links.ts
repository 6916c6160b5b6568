import { loadArchive, type LoadOptions } from '../../archive/load.ts';
import type { RenderedThread } from '../../core/thread.ts';

/** An address outside the archive, and the posts that link to it, as paths below the content folder. */
export type ExternalLink = { url: string; posts: string[] };

/** The external links of all posts, by address; anchors make no difference. */
export async function externalLinks(options: Omit<LoadOptions, 'onPage'>): Promise<ExternalLink[]> {
  const found = new Map<string, Set<string>>();
  await loadArchive({
    ...options,
    onPage: ({ page }) => {
      const { question, answers } = JSON.parse(page) as RenderedThread;
      for (const { path, html, comments } of [question, ...answers]) {
        for (const url of [html, ...comments.map((comment) => comment.html)].flatMap(linksOf)) {
          const posts = found.get(url) ?? new Set();
          found.set(url, posts.add(path));
        }
      }
    },
  });
  return [...found].map(([url, posts]) => ({ url, posts: [...posts].sort() })).sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** The archive wrote the HTML itself, so its form is known. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(https?:\/\/[^"]+)"/g)].flatMap(([, address = '']) => {
    const url = URL.parse(address.replaceAll('&#x26;', '&').replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
    if (!url) return [];
    url.hash = '';
    return [url.href];
  });
}
