import type { DiscoursePost, DiscourseTopic } from './topic-schema.ts';

/** A forum: its name for people (`forum.example.org`) and its address without a slash at the end. */
export type Forum = { site: string; url: string };

/** Reads what a person gave as the forum's address: `https://forum.example.org`, or without `https://`. */
export function forumOf(address: string): Forum | undefined {
  const full = /^https?:\/\//.test(address) ? address : `https://${address}`;
  if (!URL.canParse(full)) return undefined;
  const { origin, host, pathname } = new URL(full);
  const path = pathname.replace(/\/+$/, '');
  return { site: host + path, url: origin + path };
}

/** Finds which forum posts are from: links within a forum, and the pictures of its users, have its host in them. */
export function guessForum(posts: readonly DiscoursePost[]): Forum | undefined {
  for (const { link_counts } of posts) {
    const internal = link_counts?.find(({ url, internal }) => internal && /^https?:\/\/[^/]+\/.*?t\//.test(url));
    const [, base] = /^(https?:\/\/[^?#]*?)\/t\//.exec(internal?.url ?? '') ?? [];
    if (base) return forumOf(base.replace(/^http:/, 'https:'));
  }
  for (const { avatar_template } of posts) {
    const host = /\/user_avatar\/([^/]+)\//.exec(avatar_template ?? '')?.[1];
    if (host) return forumOf(host);
  }
  return undefined;
}

/** The address of a topic or of a post in it. */
export function addressOf({ url }: Forum, topic: Pick<DiscourseTopic, 'id' | 'slug'>, post?: number): string {
  const slug = topic.slug === '' ? '' : `${encodeURI(topic.slug)}/`;
  return `${url}/t/${slug}${topic.id}${post === undefined || post === 1 ? '' : `/${post}`}`;
}

/** The `externalId` for an address such as `/t/slug/123/4` or `/t/123`: `123/4`, or `123` for a topic and its first post. */
export function idOfAddress(address: string, site: string): string | undefined {
  const path =
    /^(?:https?:)?\/\/(?:www\.)?([^?#]*)/i.exec(address)?.[1] ??
    (address.startsWith('/') ? site + address.replace(/[?#].*$/, '') : '');
  if (!path.toLowerCase().startsWith(`${site.replace(/^www\./, '').toLowerCase()}/t/`)) return undefined;
  const found = /\/t\/(?:(?!\d+(?:\/|$))[^/]*\/)?(\d+)(?:\/(\d+))?\/?$/.exec(path);
  return found?.[1] === undefined ? undefined : postId(Number(found[1]), Number(found[2] ?? 1));
}

/** The `externalId` of a post: the topic's id for the first, `123/4` for others. */
export function postId(topic: number, post: number): string {
  return post <= 1 ? String(topic) : `${topic}/${post}`;
}
