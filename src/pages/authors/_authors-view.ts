import { authorsPageSize } from '../../build/addresses.ts';
import { sitePage } from '../_frame.ts';
import { lastPage } from '../_page-number.ts';

/** What a page of the authors shows; undefined if there is no such page. */
export function authorsView(page: number | undefined) {
  if (page === undefined) return undefined;
  const { archive, frame } = sitePage();
  const { authors, total } = archive.authors(page, authorsPageSize);
  const last = lastPage(total, authorsPageSize);
  return page > last ? undefined : { frame, authors, total, page, last };
}
