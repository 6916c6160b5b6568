import type { Html, Nodes, Parents } from 'mdast';
import type { Place } from '../core/diagnostic.ts';
import { allowedEverywhere, type AllowedHtml } from './allowed-html.ts';
import { placeOf, type RenderContext } from './context.ts';
import { adviceFor } from './html-advice.ts';
import { noteComment } from './html-comments.ts';
import { htmlTokens, type HtmlToken } from './html-tags.ts';

/**
 * Takes out of one node of raw HTML what may not be there, and reports each piece where it stands. What goes is overwritten in
 * place, tags by a bogus comment of the same length and attributes by spaces, so that the places of all that follows stay true.
 * The text between tags stays, but for the content of `script` and `style`.
 */
export function filterRawHtml(node: Html, parent: Parents, context: RenderContext, allowed: AllowedHtml): void {
  const html = node.value;
  const placeAt = placesIn(node, context);
  const report = (at: number, what: string, fix: string) => {
    context.problems.push({
      ...placeAt(at),
      severity: 'warning',
      rule: 'dropped-html',
      message: what,
      fix,
    });
  };
  let kept = '';
  let done = 0;
  const replace = (start: number, end: number, by: string) => {
    kept += html.slice(done, start) + by;
    done = end;
  };
  for (const token of htmlTokens(html)) {
    if (token.start < done) continue;
    const { start, end } = token;
    if (token.kind === 'comment') {
      noteComment(html.slice(start, end), (offset) => placeAt(start + offset), context);
      continue;
    }
    if (token.kind === 'unclosed') {
      report(
        start,
        'this begins a tag or comment of HTML that is never closed, so it is shown as text',
        'close it with >, or write &lt; for the sign <',
      );
      replace(start, end, '&lt;');
    } else if (token.kind === 'declaration') {
      report(
        start,
        `${shorten(html.slice(start, end))} is not shown: declarations and instructions have no place in a post`,
        'put it in `backticks` to show it as code',
      );
      replace(start, end, blank(html.slice(start, end)));
    } else if (allowed.has(token.name)) {
      if (token.kind === 'open') dropAttributes(token, allowed, report, replace);
    } else if (token.name === 'script' || token.name === 'style') {
      const until = token.kind === 'open' ? endOfContent(html, token, node, parent) : end;
      if (token.kind === 'open')
        report(
          start,
          `<${token.name}> and all that is in it is dropped: posts hold no code that runs`,
          'to show the code, put it between lines of ```',
        );
      replace(start, until, blank(html.slice(start, until)));
    } else {
      if (token.kind === 'open')
        report(
          start,
          `<${token.name}> is dropped and the text in it is kept: it is not among the HTML that posts may use`,
          adviceFor(token.name),
        );
      replace(start, end, blank(html.slice(start, end)));
    }
  }
  if (done > 0) node.value = kept + html.slice(done);
}

function dropAttributes(
  token: Extract<HtmlToken, { kind: 'open' }>,
  allowed: AllowedHtml,
  report: (at: number, what: string, fix: string) => void,
  replace: (start: number, end: number, by: string) => void,
): void {
  const names = allowed.get(token.name) ?? [];
  for (const { name, start, end } of token.attributes) {
    if (names.includes(name) || allowedEverywhere.includes(name)) continue;
    const may = [...names, ...allowedEverywhere].join(', ');
    report(
      start,
      `the attribute ${shorten(name)} of <${token.name}> is dropped`,
      `leave it out; <${token.name}> may have ${may}`,
    );
    replace(start, end, ' '.repeat(end - start));
  }
}

/**
 * The offset behind the content of a `script` or `style`: behind its end tag in the same node, or, when each tag is a node
 * among text, behind this tag, and the text up to the end tag is emptied. Content that never ends is kept as text.
 */
function endOfContent(html: string, { name, end }: { name: string; end: number }, node: Html, parent: Parents): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'i');
  const within = html.slice(end).search(close);
  if (within !== -1) return end + within;
  const siblings: Nodes[] = parent.children;
  const from = siblings.indexOf(node) + 1;
  const to = siblings.findIndex(
    (sibling, index) => index >= from && sibling.type === 'html' && close.test(sibling.value),
  );
  if (to !== -1) siblings.splice(from, to - from);
  return end;
}

/** A bogus comment as long as the text it stands for, with its line breaks. */
function blank(text: string): string {
  return `<?${text.slice(2, -1).replace(/[^\r\n]/g, '-')}>`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * A function from ascending offsets into a node's value to places in the body. The value lacks the marks of quotations and lists that
 * its lines have in the body, so a line of it is looked up in the line it is from.
 */
function placesIn(node: Html, context: RenderContext): (offset: number) => Place {
  const start = placeOf(node);
  const lines = node.value.split('\n');
  let down = 0;
  let lineStart = 0;
  return (offset) => {
    while (offset - lineStart > (lines[down] ?? '').length) {
      lineStart += (lines[down] ?? '').length + 1;
      down += 1;
    }
    const column = offset - lineStart;
    if (down === 0) return { line: start.line, column: start.column + column };
    context.lines ??= context.source.split(/\r\n?|\n/);
    const line = start.line + down;
    const before = (context.lines[line - 1] ?? '').lastIndexOf((lines[down] ?? '').trimEnd());
    return { line, column: Math.max(0, before) + column + 1 };
  };
}
