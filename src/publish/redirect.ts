import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** An old address and where it leads now: paths that begin with the base, the new one percent-encoded. */
export type Redirect = { alias: string; to: string };

/**
 * A page that sends its reader on to where a thread is now, without a script, so that a page policy allows it.
 * @param page the thread's title, its path, its absolute URL, and the language of the title
 */
export function redirectPage({
  title,
  to,
  absolute,
  lang,
}: {
  title: string;
  to: string;
  absolute: string;
  lang: string;
}): string {
  const html = x('html', { lang }, [
    x('head', [
      x('meta', { charset: 'utf-8' }),
      x('title', title),
      x('meta', { name: 'robots', content: 'noindex' }),
      x('link', { rel: 'canonical', href: absolute }),
      x('meta', { 'http-equiv': 'refresh', content: `0; url=${to}` }),
      x('meta', { name: 'viewport', content: 'width=device-width' }),
    ]),
    x('body', [x('p', [x('a', { href: to }, title)])]),
  ]);
  const page = toXml([{ type: 'doctype', name: 'html' }, html], { closeEmptyElements: true, tightClose: true });
  return `${page.toWellFormed()}\n`;
}

/**
 * `_redirects`, which Netlify, Cloudflare and others read: rules with status 301. An address by number (`questions/123`), to which
 * question-and-answer sites append the title, also has a rule for all below it. Those come last, since Cloudflare takes 100 of them and
 * reads no further (and 2,000 of the others); where no rule answers, the redirecting page does.
 */
export function netlifyRedirects(redirects: readonly Redirect[]): string {
  const rules = redirects.map(({ alias, to }) => ({ from: encodeURI(alias.replace(/\/$/, '')), to }));
  const exact = rules.flatMap(({ from, to }) => [`${from} ${to} 301`, `${from}/ ${to} 301`]);
  const below = rules.filter(({ from }) => /\/\d+$/.test(from)).map(({ from, to }) => `${from}/* ${to} 301`);
  return [...exact, ...below].map((line) => `${line}\n`).join('');
}
