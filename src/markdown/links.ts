import type { Element } from 'hast';
import { placeOf, type RenderContext } from './context.ts';

/** A link among the text that leads to `#…`; which ids there are is known at the end. */
export type FragmentLink = { link: Element; fragment: string };

/** A link by its address: external ones are marked, relative ones resolved, and `#…` handed back for later. */
export function finishLink(link: Element, context: RenderContext): FragmentLink | undefined {
  const { href } = link.properties;
  if (typeof href !== 'string' || href.startsWith('mailto:')) return undefined;
  if (/^https?:/.test(href)) link.properties['rel'] = ['nofollow', 'ugc', 'noopener'];
  else if (href.startsWith('#') && href.length > 1) return { link, fragment: href.slice(1) };
  else resolve(link, href, context);
  return undefined;
}

/** Leads a link to the heading or note of this body that it means, or to what the archive has under that name. */
export function finishFragment({ link, fragment }: FragmentLink, context: RenderContext): void {
  const own = [fragment, decoded(fragment), decoded(fragment).toLowerCase()].find((id) => context.ids.has(id));
  if (own !== undefined) link.properties['href'] = `#${context.options.idPrefix}_${own}`;
  else resolve(link, `#${fragment}`, context);
}

function resolve(link: Element, href: string, context: RenderContext): void {
  const resolved =
    href === ''
      ? { problem: 'has no address', fix: 'write it between the brackets: [text](address)' }
      : context.options.resolveLink(href);
  if ('href' in resolved) {
    link.properties['href'] = resolved.href;
    return;
  }
  // A link that leads nowhere stays as text.
  delete link.properties['href'];
  context.problems.push({
    ...placeOf(link),
    severity: 'error',
    rule: 'dangling-link',
    message: `the link ${resolved.problem}`,
    ...(resolved.fix === undefined ? {} : { fix: resolved.fix }),
  });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
