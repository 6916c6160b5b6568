/**
 * The id of the post that an address on a Stack Exchange site leads to: `/questions/1/title`, `/q/1`, `/a/2`,
 * `/questions/1/title/2#2`, and `#comment3_2` for the post below which the comment stands.
 * @param site host of the site; addresses without a host are taken for its own
 */
export function postOfUrl(url: string, site: string): string | undefined {
  const match =
    /^(?:(?:https?:)?\/\/([^/?#]+))?\/(?:(questions|q)\/(\d+)(?:\/[^/?#]*(?:\/(\d+))?)?|a\/(\d+)(?:\/\d+)?)\/?(?:\?[^#]*)?(?:#(.*))?$/i.exec(
      url,
    );
  if (!match) return undefined;
  const [, host, , question, answerInPath, answer, fragment] = match;
  if (host !== undefined && canonicalHost(host) !== canonicalHost(site)) return undefined;
  const inFragment = /^(?:comment\d+_|answer-)?(\d+)$/.exec(fragment ?? '')?.[1];
  return inFragment ?? answerInPath ?? answer ?? question;
}

/** `meta.x.stackexchange.com` is the older form of `x.meta.stackexchange.com`. */
function canonicalHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/^meta\.(.+)\.stackexchange\.com$/, '$1.meta.stackexchange.com');
}
