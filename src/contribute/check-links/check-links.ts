import { setTimeout as pause } from 'node:timers/promises';
import { checkLink, type CheckLinkOptions, type LinkState } from './check-link.ts';
import type { ExternalLink } from './external-links.ts';

export type CheckedLink = ExternalLink & LinkState;

export type CheckLinksOptions = CheckLinkOptions & {
  /** How many servers are asked side by side; each gets one question at a time. */
  jobs: number;
  /** Pause between two questions to one server, in milliseconds. */
  pause: number;
  onProgress?: (done: number, total: number) => void;
};

/** Checks links politely: one at a time at each host, with a pause between. A link that fails is asked for once more at the end. */
export async function checkLinks(links: readonly ExternalLink[], options: CheckLinksOptions): Promise<CheckedLink[]> {
  const hosts = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()];
  const checked = new Map<string, CheckedLink>();
  const work = async () => {
    for (let host = hosts.pop(); host; host = hosts.pop()) {
      for (const [index, link] of host.entries()) {
        if (index > 0) await pause(options.pause);
        checked.set(link.url, { ...link, ...(await checkTwice(link.url, options)) });
        options.onProgress?.(checked.size, links.length);
      }
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return links.flatMap(({ url }) => checked.get(url) ?? []);
}

async function checkTwice(url: string, options: CheckLinksOptions): Promise<LinkState> {
  const first = await checkLink(url, options);
  if (first.state !== 'broken' || first.why === 'is not on the public Internet') return first;
  await pause(options.pause);
  return checkLink(url, options);
}
