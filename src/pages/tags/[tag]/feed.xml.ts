import type { APIRoute } from 'astro';
import { threadOrders } from '../../../core/rank.ts';
import { atom } from '../../../publish/atom.ts';
import { feedSize } from '../../_feed.ts';
import { site } from '../../_site.ts';
import { notHere, text } from '../../_text.ts';

export const GET: APIRoute = ({ params }) => {
  const { config, urls, archive } = site();
  const tag = archive.tagByFolder(params['tag'] ?? '');
  if (!tag) return notHere();
  const { threads } = archive.listing(`tag:${tag.name}`, 1, tag.threadCount);
  const newest = threads.sort(threadOrders.newest).slice(0, feedSize);
  const head = {
    title: `${tag.title} – ${config.title}`,
    description: tag.description ?? config.description,
    lang: config.locale,
    self: urls.absolute(urls.tagFeed(tag.name)),
    page: urls.absolute(urls.tag(tag.name)),
  };
  return text(
    atom(
      head,
      newest.map((thread) => ({ thread })),
      urls,
    ),
    'application/atom+xml',
  );
};
