import type { Handle } from './handle.ts';
import { classNames } from './class-names.ts';

/** A formula in an element of its own, `<span class="math">` or `<div class="math">` with TeX in it; of other elements what is in them. */
export const mathElement: Handle = (state, element) => {
  const [child] = element.children;
  const isBlock = element.tagName === 'div';
  if (!classNames(element).includes('math') || element.children.length !== 1 || child?.type !== 'text') {
    const inside = state.all(element);
    return isBlock ? state.toFlow(inside) : inside;
  }
  const value = child.value.trim();
  const node = isBlock
    ? { type: 'math' as const, value }
    : { type: 'inlineMath' as const, value: value.replace(/\s*\n\s*/g, ' ') };
  state.patch(element, node);
  return node;
};
