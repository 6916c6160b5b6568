import { isAlias, isScalar, visit, type Document, type Node } from 'yaml';
import { nameOf, visiblePart } from '../core/invisible.ts';
import { findInvisible } from './invisible.ts';

/** Something in frontmatter that is refused, at an offset into its text. */
export type Forbidden = { offset: number; rule: string; message: string; fix: string };

const plainTags = /^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/;
/** No frontmatter is deeper than a comment's author: document, map, pair, list, map, pair, map, pair. */
const deepest = 20;
const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Finds what YAML can do that a post has no use for, and that has been used for attacks.
 * @param text that the document was read from
 */
export function forbiddenIn(document: Document, text: string): Forbidden[] {
  const found: Forbidden[] = [];
  const add = (node: Node, message: string, fix: string, rule = 'frontmatter-forbidden', mark = '') => {
    const offset = node.range?.[0] ?? 0;
    // The place of a node is that of its value, behind its anchor and its tag.
    let before = mark === '' ? -1 : text.lastIndexOf(mark, offset);
    while (mark === '!' && text[before - 1] === '!') before--;
    found.push({ offset: before === -1 ? offset : before, rule, message, fix });
  };
  visit(document, {
    Node(_, node, path) {
      if (path.length > deepest) {
        add(node, 'this is inside too many lists or keys', 'put quotes around text that has brackets');
        return visit.BREAK;
      }
      if (isAlias(node)) {
        add(
          node,
          `this uses the YAML alias *${node.source}`,
          'write the value out; put quotes around text that begins with *',
        );
      } else if (node.anchor !== undefined) {
        add(
          node,
          `this uses the YAML anchor &${node.anchor}`,
          'write the value without &; put quotes around text that begins with &',
          'frontmatter-forbidden',
          `&${node.anchor}`,
        );
      } else if (node.tag !== undefined && !plainTags.test(node.tag)) {
        add(
          node,
          `this uses the YAML tag ${node.tag}; tags are how YAML is made to run code, so none is read`,
          'write the value without the tag; put quotes around text that begins with !',
          'frontmatter-forbidden',
          '!',
        );
      } else if (isScalar(node) && typeof node.value === 'string') {
        const first = node.value.trim();
        if (first !== '' && visiblePart(first).trim() === '') {
          add(
            node,
            `this text has nothing that can be seen, only characters such as ${nameOf(first)}`,
            'write it in letters',
            'invisible-characters',
          );
          return undefined;
        }
        // The rule for files sees the text as it was typed; "\u202e" it does not see.
        const invisible =
          node.source?.includes('\\') || node.type === 'QUOTE_DOUBLE' ? findInvisible(node.value) : undefined;
        if (invisible) {
          add(
            node,
            `this has the invisible character ${invisible.name} in this text`,
            'delete it',
            'invisible-characters',
          );
        }
      }
      return undefined;
    },
    Pair(_, { key }) {
      if (isScalar(key)) {
        if (typeof key.value === 'string' && dangerousKeys.has(key.value))
          add(key, `this has a key ${key.value}`, 'remove the key');
      } else add(key as Node, 'this has a key that is not text', 'write keys as plain words');
    },
  });
  return found;
}
