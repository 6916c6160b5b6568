import type { Element, Nodes, Root } from 'hast';
import { contextOf, placeOf, type RenderContext, type RenderFile } from './context.ts';

/** `javascript` of `java&Tab;script:…`: browsers leave out tabs and line breaks, and blanks and control characters at the ends. */
const ignored = /^[\u0000-\u0020]+|[\t\n\r]+|[\u0000-\u0020]+$/g;
const scheme = /^([a-z][a-z0-9+.-]*):/i;

/** Reports addresses that the sanitizer will drop, and writes the others the way the sanitizer knows them. */
export function checkAddresses() {
  return (tree: Root, file: RenderFile): void => {
    visit(tree, contextOf(file));
  };
}

function visit(node: Nodes, context: RenderContext): void {
  if (node.type === 'element') {
    if (node.tagName === 'a') check(node, 'href', ['http', 'https', 'mailto'], context);
    else if (node.tagName === 'img') check(node, 'src', ['http', 'https'], context);
  }
  if ('children' in node) for (const child of node.children) visit(child, context);
}

function check(element: Element, property: 'href' | 'src', allowed: readonly string[], context: RenderContext): void {
  const given = element.properties[property];
  if (typeof given !== 'string') return;
  // `//host/path` takes the scheme of the page around it, which a page opened from a disk does not have.
  const url = given.replace(ignored, '').replace(/^[/\\]{2}/, 'https://');
  const name = scheme.exec(url)?.[1]?.toLowerCase();
  if (name === undefined || allowed.includes(name)) {
    element.properties[property] = name === undefined ? url : name + url.slice(name.length);
    return;
  }
  element.properties[property] = undefined;
  const what = property === 'href' ? 'a link' : 'a picture';
  context.problems.push({
    ...placeOf(element),
    severity: 'warning',
    rule: 'unsafe-url',
    message: `the address of ${what} is dropped: ${name}: is not among ${allowed.map((one) => `${one}:`).join(', ')}`,
    fix:
      property === 'href'
        ? 'give an https:// address'
        : 'put the picture into images/ of the thread, or give an https:// address',
  });
}
