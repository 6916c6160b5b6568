import { SaxesParser } from 'saxes';

/** An XML element: its name, its attributes, and what is in it. */
export type XmlTree = { name: string; attributes: Record<string, string>; children: (XmlTree | string)[] };

/** Parses a document with a parser that accepts well-formed XML alone; throws otherwise. */
export function xmlTree(text: string): XmlTree {
  const parser = new SaxesParser();
  const root: XmlTree = { name: '', attributes: {}, children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlTree = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (value) => {
    if (value.trim() !== '') open.at(-1)?.children.push(value);
  });
  parser.write(text).close();
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (!document) throw new Error('no element');
  return document;
}

/** The texts of all elements of a name, in order. */
export function textsOf({ name, children }: XmlTree, wanted: string): string[] {
  const own = name === wanted ? [children.filter((child) => typeof child === 'string').join('')] : [];
  return [...own, ...children.flatMap((child) => (typeof child === 'string' ? [] : textsOf(child, wanted)))];
}
