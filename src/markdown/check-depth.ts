import type { Nodes, Root } from 'mdast';
import { contextOf, placeOf, type RenderFile } from './context.ts';
import { deepestTree } from './depths.ts';
import { LimitPassed, tooDeep } from './limits.ts';

type Level = { node: Nodes; depth: number; containers: number };

/**
 * The first step behind the parser: how deep the tree is, found without a function that calls itself.
 * @throws {LimitPassed}
 */
export function checkDepth() {
  return (tree: Root, file: RenderFile): void => {
    const { limits } = contextOf(file).options;
    // What is first in the text is last in the list, and looked at first.
    const open: Level[] = [{ node: tree, depth: 0, containers: 0 }];
    for (let level = open.pop(); level; level = open.pop()) {
      const { node, depth, containers } = level;
      if (!('children' in node)) continue;
      if (containers > limits.nesting) throw tooDeep(placeOf(node), limits);
      if (depth > deepestTree)
        throw new LimitPassed({
          ...placeOf(node),
          rule: 'too-deep',
          message: `emphasis, links, quotations and lists are inside each other more than ${deepestTree} deep`,
          fix: 'write \\* for a star that is only a star, or put the text between lines of ```',
        });
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index] as Nodes;
        if (!('children' in child)) continue;
        const isContainer = child.type === 'blockquote' || child.type === 'list';
        open.push({ node: child, depth: depth + 1, containers: containers + Number(isContainer) });
      }
    }
  };
}
