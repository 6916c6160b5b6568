import { createHtmlToMarkdown } from '../html-to-markdown.ts';
import type { Report } from '../report.ts';
import { postId, type Forum } from './forum.ts';
import { prepare } from './prepare.ts';
import { markdownOfRaw } from './raw.ts';
import type { DiscoursePost, DiscourseTopic } from './topic-schema.ts';

/** Makes the function from a post to Markdown: from what was typed, if that is there, else from the HTML. What it changes is reported, each kind once a post. */
export function markdownMaker(
  forum: Forum | undefined,
  report: Report,
): (post: DiscoursePost, topic: DiscourseTopic) => string {
  const topicUrl = (topic: string, post: string | undefined) =>
    forum && `${forum.url}/t/${topic}${post === undefined || post === '1' ? '' : `/${post}`}`;
  let id = '';
  const kinds = new Set<string>();
  const toMarkdown = createHtmlToMarkdown({
    ...(forum ? { base: `${forum.url}/` } : {}),
    math: false,
    prepare: (tree) => {
      prepare(tree, {
        topicUrl,
        changed: (kind, message) => {
          if (!kinds.has(kind)) report.changed(kind, id, message);
          kinds.add(kind);
        },
      });
    },
  });
  return (post, topic) => {
    if (typeof post.raw === 'string') {
      return markdownOfRaw(post.raw, { topicUrl, uploadUrl: (name) => uploadUrl(name, post.cooked, forum) });
    }
    id = postId(topic.id, post.post_number);
    kinds.clear();
    return toMarkdown(post.cooked);
  };
}

/** Where an upload lies: as the post's HTML says, else the address that a forum redirects from. */
function uploadUrl(name: string, cooked: string, forum: Forum | undefined): string {
  const sha = name.replace(/\..*$/, '');
  for (const [tag] of cooked.matchAll(/<img\b[^>]*>/g)) {
    if (!tag.includes(`data-base62-sha1="${sha}"`)) continue;
    const src = /\bsrc="([^"]*)"/.exec(tag)?.[1];
    if (src) return new URL(src.replaceAll('&amp;', '&'), forum?.url ?? 'https://forum.invalid').href;
  }
  return `${forum?.url ?? ''}/uploads/short-url/${name}`;
}
