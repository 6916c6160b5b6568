import type { Html, PhrasingContent } from 'mdast';
import type { Handle } from './handle.ts';

/** Keeps an element that Markdown has no sign for as HTML around what is in it: `<kbd>Ctrl</kbd>`. */
export const keepTag: Handle = (state, element) => {
  const children = state.all(element) as PhrasingContent[];
  // A tag alone on the first line of a paragraph would begin a block of HTML, in which Markdown means nothing.
  const [first] = children;
  if (first?.type === 'text') first.value = first.value.trimStart();
  return [html(`<${element.tagName}>`), ...children, html(`</${element.tagName}>`)];
};

/** A line break; in a cell of a table, where Markdown has none, as HTML. */
export const lineBreak: Handle = (state) => (state.inTable ? html('<br>') : { type: 'break' });

function html(value: string): Html {
  return { type: 'html', value };
}
