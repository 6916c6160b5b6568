import type { Element, ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';

/** Code that is longer is shown plain: highlighting is the one step whose time no other limit bounds. */
const longestHighlighted = 10_000;

// Without the grammar of Markdown: it takes seconds for a few thousand unclosed brackets.
const grammars = Object.fromEntries(Object.entries(common).filter(([name]) => name !== 'markdown'));
const lowlight = createLowlight(grammars);

/**
 * The parts of a piece of code, each with its `hljs-…` classes, or undefined if its language is not known. Classes, not styles: the
 * page's policy forbids inline styles.
 */
export function highlighted(code: string, language: string): ElementContent[] | undefined {
  if (code.length > longestHighlighted || !lowlight.registered(language)) return undefined;
  try {
    return lowlight.highlight(language, code).children as ElementContent[];
  } catch {
    // Some grammars call themselves until the stack is full; the code is shown plain then.
    return undefined;
  }
}

/** The language of a code block by its class `language-…`. */
export function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  const found = Array.isArray(className) ? className.find((name) => String(name).startsWith('language-')) : undefined;
  return found === undefined ? undefined : String(found).slice('language-'.length).toLowerCase();
}
