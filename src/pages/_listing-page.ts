import type { Words } from '../i18n/words.ts';

/** One page of a listing: its number, that of the last, and the address of each. */
type ListingPage = { page: number; last: number; href: (page: number) => string; words: Words };

/** What the layout is told of a page of a listing: behind the first, the title says which one it is. */
export function listingPage(title: string, { page, last, href, words }: ListingPage) {
  return {
    title: page === 1 ? title : `${title}, ${words.fill('page', { page })}`,
    path: href(page),
    previous: page > 1 ? href(page - 1) : undefined,
    next: page < last ? href(page + 1) : undefined,
  };
}
