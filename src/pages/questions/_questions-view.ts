import type { ListingOrder } from '../../core/urls.ts';
import { sitePage } from '../_frame.ts';
import { lastPage } from '../_page-number.ts';

const popularTags = 16;

/** What a page of the questions shows; undefined if there is no such page. */
export function questionsView(order: ListingOrder, page: number | undefined) {
  if (page === undefined) return undefined;
  const { config, archive, frame } = sitePage();
  const size = config.pageSize;
  const { threads, total } = archive.listing(order, page, size);
  const last = lastPage(total, size);
  if (page > last) return undefined;
  return { frame, order, page, last, size, threads, total, tags: archive.tags().slice(0, popularTags) };
}
