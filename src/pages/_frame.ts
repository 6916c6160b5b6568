import { createContributeLinks, type ContributeLinks } from '../contribute/links.ts';
import type { Frame } from '../components/site/frame.ts';
import { curatedPages, pagesInMenu } from './_curated.ts';
import { site, type Site } from './_site.ts';

/** The site, the frame that its pages share, and the links to its repository. */
export function sitePage(): Site & { frame: Frame; links: ContributeLinks } {
  const current = site();
  const { config, urls, archive, words } = current;
  const guideUrl = curatedPages.has('contribute') ? urls.page('contribute') : undefined;
  const links = createContributeLinks(config.repository, guideUrl ?? config.repository?.url ?? urls.home());
  const frame: Frame = {
    title: config.title,
    description: config.description,
    urls,
    words,
    counts: archive.counts(),
    menu: [
      { label: words.text.questions, href: urls.questions() },
      { label: words.text.tags, href: urls.tags() },
      { label: words.text.authors, href: urls.authors() },
      ...pagesInMenu.map(({ name, title }) => ({ label: title, href: urls.page(name) })),
    ],
    askUrl: links.ask(),
    guideUrl,
    problems: import.meta.env.DEV ? archive.problems() : [],
  };
  return { ...current, frame, links };
}
