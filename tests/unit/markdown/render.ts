import { limitsSchema } from '../../../src/core/schema/config.ts';
import type { ParserName, RenderOptions } from '../../../src/markdown/options.ts';
import { renderBody, renderComment, type MarkdownProblem } from '../../../src/markdown/render-body.ts';

export const parsers: ParserName[] = ['satteri', 'remark'];

/** Options under which addresses that begin with `missing` lead nowhere and all others stay as they are, below `/a/`. */
export function optionsOf(changed: Partial<RenderOptions> = {}): RenderOptions {
  return {
    idPrefix: 'question',
    headingBase: 3,
    limits: limitsSchema.parse({}),
    resolveLink: (href) =>
      /^#?missing/.test(href)
        ? { problem: `leads to ${href}, which does not exist`, fix: 'leave it out' }
        : { href: `/a/${href}` },
    resolvePicture: (src) =>
      src.startsWith('missing')
        ? { problem: `there is no picture ${src}` }
        : { src: `/a/${src}`, width: 40, height: 30 },
    ...changed,
  };
}

/** The HTML of a body, which must be the same from both parsers. */
export function htmlOf(body: string, changed: Partial<RenderOptions> = {}): string {
  return same((parser) => renderBody(body, optionsOf({ ...changed, parser })).html);
}

/** The problems of a body as `line:column severity rule`, which must be the same from both parsers. */
export function placesOf(body: string, changed: Partial<RenderOptions> = {}): string[] {
  return same((parser) => renderBody(body, optionsOf({ ...changed, parser })).problems.map(short));
}

export function commentOf(text: string, changed: Partial<RenderOptions> = {}): { html: string; problems: string[] } {
  return same((parser) => {
    const { html, problems } = renderComment(text, optionsOf({ ...changed, parser }));
    return { html, problems: problems.map(short) };
  });
}

function short({ line, column, severity, rule }: MarkdownProblem): string {
  return `${line}:${column} ${severity} ${rule}`;
}

function same<T>(render: (parser: ParserName) => T): T {
  const [fast, reference] = parsers.map(render) as [T, T];
  if (JSON.stringify(fast) !== JSON.stringify(reference)) {
    throw new Error(
      `the parsers differ:\n${JSON.stringify(fast, undefined, 1)}\n${JSON.stringify(reference, undefined, 1)}`,
    );
  }
  return fast;
}
