import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { inject } from 'vitest';

export const siteDir = inject('siteDir');
/** The base that the fixture archive is built for. */
export const base = '/archive/';

/** Paths below the site's folder of all files with an ending, with `/` between folders. */
export function filesEndingWith(ending: string): string[] {
  return readdirSync(siteDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith(ending) && !file.startsWith('pagefind/'))
    .sort();
}

export function read(file: string): string {
  return readFileSync(join(siteDir, file), 'utf8');
}

export function page(file: string): Root {
  return fromHtml(read(file));
}

/** All elements of a page that satisfy a condition, in document order. */
export function elements(root: Root, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined || value === null || value === false
    ? undefined
    : Array.isArray(value)
      ? value.join(' ')
      : String(value);
}
