import type { Config } from '../../core/schema/config.ts';
import type { ParsedPost, PostChange } from '../change/content-change.ts';
import { questionFields } from '../policy/fields.ts';
import type { SimilarQuestion } from '../questions.ts';
import { commentChanges, commentList } from './comment-list.ts';
import { postFacts, signatureText } from './post-facts.ts';
import { viewPost, type PostView } from './post-view.ts';
import { codeSpan, safeText, shortened } from './safe-text.ts';
import { wordDiff } from './word-diff.ts';

const excerptLength = 700;
const mostHunks = 8;
/** As many of one key of the frontmatter. */
const mostValueHunks = 3;
const mostAddresses = 20;
const longestAddress = 300;

export type PostContext = {
  config: Config;
  /** The title of the thread that the post is in. */
  title: string;
  /** Questions that ask much the same, for a new or changed title. */
  similar: readonly SimilarQuestion[];
  /** The day, such as 2026-01-31. */
  today: string;
};

/** What happens to one post, as lines of Markdown. */
export function postSection(change: PostChange, { config, title, similar, today }: PostContext): string[] {
  const { id, slug, name, before, after } = change;
  const what = id === undefined ? 'question' : 'answer';
  const verb = !before ? 'New' : after ? 'Changed' : 'Deleted';
  const thread = title === '' ? codeSpan(slug) : safeText(shortened(title, 200));
  const where = id === undefined ? thread : `${codeSpan(id)} to ${thread}`;
  const lines = [`### ${verb} ${what}: ${where}`, '', codeSpan(name), ''];
  const post = after?.post ?? (after ? undefined : before?.post);
  if (!post) return [...lines, 'This file cannot be read as a post.', ''];
  const view = viewPost(post, config.limits);
  lines.push(...postFacts(post, view, { config, today, isNew: !before }), '');
  if (before?.post && after) lines.push(...differences(before.post, post));
  else {
    lines.push(`> ${safeText(shortened(view.text, excerptLength)) || '(no text)'}`, '');
    lines.push(...commentList(post.frontmatter.comments));
  }
  if (after) lines.push(...newAddresses(view, before?.post ? viewPost(before.post, config.limits) : undefined));
  if (similar.length > 0) {
    lines.push('Perhaps asked already:', '');
    for (const other of similar)
      lines.push(
        `- ${Math.round(other.likeness * 100)} % ${codeSpan(other.slug)} ${safeText(shortened(other.title, 150))}`,
      );
    lines.push('');
  }
  return lines;
}

function differences(before: ParsedPost, after: ParsedPost): string[] {
  const lines: string[] = [];
  const [was, is] = [before.frontmatter as Record<string, unknown>, after.frontmatter as Record<string, unknown>];
  for (const key of Object.keys({ ...was, ...is })) {
    if (key === 'comments' || JSON.stringify(was[key]) === JSON.stringify(is[key])) continue;
    const { hunks } =
      key === 'author'
        ? wordDiff(signatureText(before.frontmatter.author), signatureText(after.frontmatter.author))
        : wordDiff(shown(was[key]), shown(is[key]));
    const more = hunks.length > mostValueHunks ? ` … and ${hunks.length - mostValueHunks} more places` : '';
    lines.push(`- ${codeSpan(key)}: ${hunks.slice(0, mostValueHunks).join(' ')}${more}`);
  }
  if (lines.length > 0) lines.push('');
  lines.push(...commentChanges(before.frontmatter.comments, after.frontmatter.comments));
  const { hunks, removed, added } = wordDiff(before.body, after.body, questionFields(after)?.lang);
  if (hunks.length > 0) lines.push(`${removed} words went, ${added} came:`, '');
  for (const hunk of hunks.slice(0, mostHunks)) lines.push(`> ${hunk}`, '');
  if (hunks.length > mostHunks) lines.push(`… and ${hunks.length - mostHunks} more places.`, '');
  return lines.length > 0 ? lines : ['Only spelling of the frontmatter or blank lines changed.', ''];
}

function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function newAddresses(now: PostView, before: PostView | undefined): string[] {
  const list = (label: string, addresses: readonly string[], known: readonly string[] = []): string[] => {
    const fresh = addresses.filter((address) => !known.includes(address));
    if (fresh.length === 0) return [];
    const more = fresh.length > mostAddresses ? [`- … and ${fresh.length - mostAddresses} more`] : [];
    return [
      `New ${label}:`,
      '',
      ...fresh.slice(0, mostAddresses).map((address) => `- ${codeSpan(address.slice(0, longestAddress))}`),
      ...more,
      '',
    ];
  };
  return [...list('links', now.links, before?.links), ...list('pictures', now.pictures, before?.pictures)];
}
