import { createContributeLinks, type ContributeLinks } from '../contribute/links.ts';
import type { Frame } from '../components/site/frame.ts';
import { curatedPages, pagesInMenu } from './_curated.ts';
import { site, type Site } from './_site.ts';

/** The day of the build, in every page of it. The browser puts its own day in its place. */
const today = new Date().toISOString().slice(0, 10);

/** The site, the frame that its pages share, and the links to its repository. */
export function sitePage(): Site & { frame: Frame; links: ContributeLinks } {
  const current = site();
  const { config, urls, archive, words } = current;
  const guideUrl = curatedPages.has('contribute') ? urls.page('contribute') : undefined;
  const links = createContributeLinks({
    repository: config.repository,
    mail: config.mail,
    guide: guideUrl,
    askPage: urls.ask(),
    today,
    words,
  });
  const frame: Frame = {
    title: config.title,
    description: config.description,
    urls,
    words,
    threadCount: archive.threadCount(),
    // Read by the pages that show them alone: the others do not change with every new answer.
    get counts() {
      return archive.counts();
    },
    menu: [
      { label: words.text.questions, href: urls.questions() },
      { label: words.text.tags, href: urls.tags() },
      { label: words.text.authors, href: urls.authors() },
      ...pagesInMenu.map(({ name, title }) => ({ label: title, href: urls.page(name) })),
    ],
    ask: { href: links.ask, builtOn: today },
    byEditor: config.repository !== undefined,
    guideUrl,
    problems: import.meta.env.DEV ? archive.problems() : [],
  };
  return { ...current, frame, links };
}
