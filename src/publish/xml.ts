import type { Element, Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';

// What XML 1.0 (section 2.2) cannot hold, not even as a reference.
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const declaration: Nodes = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' };

/**
 * Writes an element as an XML document that every parser accepts, whatever its texts hold: control
 * characters are left out, what else XML cannot hold is replaced by U+FFFD, and `]]>`, which may not stand in a text, is escaped. It must have no CDATA sections.
 */
export function xmlDocument(element: Element): string {
  const xml = toXml([declaration, element], { closeEmptyElements: true, tightClose: true });
  return `${xml.replace(notXml, '\u{FFFD}').toWellFormed().replaceAll(']]>', ']]&gt;')}\n`;
}
