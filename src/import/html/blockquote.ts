import type { Blockquote } from 'mdast';

import type { Handle, WriteHandle } from './handle.ts';
import { classNames } from './class-names.ts';

type Quote = Blockquote & { data?: { spoiler?: boolean } };

/** A quotation, or a spoiler: text that a reader has to uncover, `<blockquote class="spoiler">`. */
export const blockquote: Handle = (state, element) => {
  const quote: Quote = { type: 'blockquote', children: state.toFlow(state.all(element)) };
  if (classNames(element).includes('spoiler')) quote.data = { spoiler: true };
  state.patch(element, quote);
  return quote;
};

/** Writes a quotation behind `>`, a spoiler behind `>!` on every line with text. */
export const writeBlockquote: WriteHandle = (node: Quote, _parent, state, info) => {
  const sign = node.data?.spoiler ? '>!' : '>';
  const exit = state.enter('blockquote');
  const tracker = state.createTracker(info);
  tracker.move(`${sign} `);
  tracker.shift(sign.length + 1);
  const text = state.indentLines(state.containerFlow(node, tracker.current()), (line, _, blank) =>
    blank ? '>' : `${sign} ${line}`,
  );
  exit();
  return text;
};
