import type { Element, ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import { deepestCode } from './depths.ts';

/** Code that is longer is shown plain: highlighting is the one step whose time no other limit bounds. */
const longestHighlighted = 10_000;

/**
 * Code of any language with more openings of `<script` or `<style` is shown plain: the grammar of HTML hands what is in each to another grammar,
 * and looks for its end in all that follows, so time grows with the square of their number (4 s for 9,500 characters).
 */
const mostEmbedded = 20;

// Without the grammar of Markdown: it takes seconds for a few thousand unclosed brackets.
const grammars = Object.fromEntries(Object.entries(common).filter(([name]) => name !== 'markdown'));
const lowlight = createLowlight(grammars);

/**
 * The parts of a piece of code, each with its `hljs-…` classes, or undefined if its language is not known. Classes, not styles: the
 * page's policy forbids inline styles.
 */
export function highlighted(code: string, language: string): ElementContent[] | undefined {
  if (code.length > longestHighlighted || !lowlight.registered(language)) return undefined;
  if (bracketsOf(code) > deepestCode || embeddedIn(code) > mostEmbedded) return undefined;
  try {
    const parts = lowlight.highlight(language, code).children as ElementContent[];
    return isDeep(parts) ? undefined : parts;
  } catch {
    // Some grammars call themselves until the stack is full; the code is shown plain then.
    return undefined;
  }
}

function embeddedIn(code: string): number {
  return [...code.matchAll(/<(?:script|style)/gi)].length;
}

/** How many brackets are open at once at most, whatever they mean in the language. */
function bracketsOf(code: string): number {
  let open = 0;
  let most = 0;
  for (const [bracket] of code.matchAll(/[([{)\]}]/g)) {
    open = '([{'.includes(bracket) ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

function isDeep(parts: readonly ElementContent[]): boolean {
  let level = parts;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestCode) return true;
    level = level.flatMap((part) => ('children' in part ? part.children : []));
  }
  return false;
}

/** The language of a code block by its class `language-…`. */
export function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  const found = Array.isArray(className) ? className.find((name) => String(name).startsWith('language-')) : undefined;
  // Other programs mark lines by `js{1,3}` or name a file by `js:a.js`.
  return found === undefined ? undefined : /^[^{:]*/.exec(String(found).slice('language-'.length).toLowerCase())?.[0];
}
