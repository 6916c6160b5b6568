import { sitePage } from '../_frame.ts';
import { lastPage } from '../_page-number.ts';

/** What a page of a tag shows; undefined if there is no such tag or page. */
export function tagView(folder: string | undefined, page: number | undefined) {
  if (folder === undefined || page === undefined) return undefined;
  const { config, archive, urls, frame, links } = sitePage();
  const tag = archive.tagByFolder(folder);
  if (!tag) return undefined;
  const { threads, total } = archive.listing(`tag:${tag.name}`, page, config.pageSize);
  const last = lastPage(total, config.pageSize);
  if (page > last) return undefined;
  const wikiUrl = tag.html
    ? links.edit(`tags/${tag.name}.md`, { title: tag.title, url: urls.absolute(urls.tag(tag.name)) })
    : links.describeTag(tag.name);
  return { frame, tag, page, last, size: config.pageSize, threads, total, wikiUrl };
}
