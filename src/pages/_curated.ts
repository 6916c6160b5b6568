import type { MDXInstance } from 'astro';

/** Frontmatter of a page that curators write. */
type CuratedFrontmatter = {
  title?: string;
  description?: string;
  /** Place in the main menu, small numbers first; absent if it is not in the menu. */
  menu?: number;
};

export type CuratedPage = {
  /** Its path below `content/pages`, without the ending. */
  name: string;
  title: string;
  description?: string | undefined;
  menu?: number | undefined;
  Content: MDXInstance<CuratedFrontmatter>['Content'];
};

const files = import.meta.glob<MDXInstance<CuratedFrontmatter>>('@content/pages/**/*.mdx', { eager: true });

/** The pages in `content/pages`, by name. */
export const curatedPages: ReadonlyMap<string, CuratedPage> = new Map(
  Object.entries(files).map(([file, { frontmatter, Content }]) => {
    const name = file.replace(/^.*?\/pages\//, '').replace(/\.mdx$/, '');
    const { title = name, description, menu } = frontmatter;
    return [name, { name, title, description, menu, Content }];
  }),
);

/** Those of them that are in the main menu, in its order. */
export const pagesInMenu = [...curatedPages.values()]
  .filter(({ menu }) => menu !== undefined)
  .sort((a, b) => Number(a.menu) - Number(b.menu) || (a.name < b.name ? -1 : 1));
