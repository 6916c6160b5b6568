import { authorPageSize } from '../../build/addresses.ts';
import { sitePage } from '../_frame.ts';
import { lastPage } from '../_page-number.ts';

/** What a page of an author shows; undefined if there is no such author or page. */
export function authorView(handle: string | undefined, page: number | undefined) {
  if (handle === undefined || page === undefined) return undefined;
  const { archive, frame } = sitePage();
  const author = archive.author(handle);
  if (!author) return undefined;
  const { posts, total } = archive.authorPosts(handle, page, authorPageSize);
  const last = lastPage(total, authorPageSize);
  return page > last ? undefined : { frame, author, posts, page, last };
}
