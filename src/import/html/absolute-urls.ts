import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Makes every link and picture of a tree absolute, read against the address it stood at; links within the page stay. */
export function absoluteUrls(tree: Root, base: string): void {
  visit(tree, 'element', ({ properties }) => {
    for (const name of ['href', 'src'] as const) {
      const url = properties[name];
      if (typeof url === 'string' && !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(url) && URL.canParse(url, base)) {
        properties[name] = new URL(url, base).href;
      }
    }
  });
}
