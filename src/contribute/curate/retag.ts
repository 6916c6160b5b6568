import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles, pageFiles } from '../../archive/edit/content-files.ts';
import type { ContentPlan } from '../../archive/edit/content-plan.ts';
import { rewriteLinks, type Target } from '../../archive/edit/rewrite-links.ts';
import { tagName, type TagName } from '../../core/ids.ts';
import { tagFolder } from '../../core/urls.ts';
import { CurateError, type CurateCommand, type CurateContext } from './curate.ts';
import { edited, editFile, rewriteFiles, type Edit } from './edit-files.ts';
import { existingThread } from './existing-thread.ts';

export const retag: CurateCommand = {
  usage: 'retag SLUG --add TAG,… --remove TAG,…   or   retag --from TAG --to TAG',
  what: 'changes the tags of a question, or one tag everywhere; the old name becomes a synonym',
  plan([name], { add, remove, from, to }, context) {
    if (typeof from === 'string' && typeof to === 'string') return everywhere(tag(from), tag(to), context);
    if (typeof add !== 'string' && typeof remove !== 'string')
      throw new CurateError('Say what to change: --add TAG, --remove TAG, or --from TAG --to TAG for all questions.');
    const slug = existingThread(name, context);
    const added = listed(add).map((one): string => tag(one));
    const removed = new Set(listed(remove));
    return {
      changes: editFile(`threads/${slug}/question.md`, context, (editor) => {
        const before = strings(editor.data['tags']);
        const missing = [...removed].find((one) => !before.includes(one));
        if (missing !== undefined) throw new CurateError(`${slug} has no tag ${missing}; it has ${before.join(', ')}.`);
        editor.setList('tags', [...new Set([...before.filter((one) => !removed.has(one)), ...added])]);
      }),
      moves: [],
    };
  },
};

function everywhere(from: TagName, to: TagName, context: CurateContext): ContentPlan {
  const { contentDir } = context;
  const isThere = (name: string) => existsSync(join(contentDir, `tags/${name}.md`));
  if (isThere(from) && isThere(to))
    throw new CurateError(
      `tags/${from}.md and tags/${to}.md both have text: join them by hand first, and delete tags/${from}.md.`,
    );
  const isMoved = isThere(from);
  const owner = isMoved ? from : isThere(to) ? to : undefined;
  const movedFor =
    (path: string) =>
    ({ file, anchor }: Target): Target | undefined => {
      if (file === `tags/${from}.md` && isMoved) return { file: `tags/${to}.md`, anchor };
      return addressOf(from, path) === file ? { file: addressOf(to, path), anchor } : undefined;
    };
  const follow = (path: string, text: string): string => {
    const isOwn = isMoved && path === `tags/${from}.md`;
    return rewriteLinks(text, { path, newPath: isOwn ? `tags/${to}.md` : path, moved: movedFor(path) });
  };
  const posts = rewriteFiles(contentFiles(contentDir), context, (text, { path, kind }) => {
    const isOwner = owner !== undefined && path === `tags/${owner}.md`;
    if (!isOwner && !text.includes(from) && !text.includes(encodeURIComponent(from))) return text;
    const linked = follow(path, text);
    if (kind === 'question') return edited(path, linked, replaceTag(from, to));
    return isOwner ? edited(path, linked, addSynonym(from, to)) : linked;
  });
  const written = pageFiles(contentDir).map((path) => ({ path }));
  const pages = rewriteFiles(written, context, (text, { path }) =>
    follow(path, text).replace(/(<ThreadList\b[^<>]*?\btag=")([^"]*)(?=")/g, (whole, start: string, name: string) =>
      name === from ? start + to : whole,
    ),
  );
  return {
    changes: [...posts, ...pages],
    moves: isMoved ? [{ from: `tags/${from}.md`, to: `tags/${to}.md` }] : [],
  };
}

function replaceTag(from: string, to: string): Edit {
  return (editor) => {
    const tags = strings(editor.data['tags']);
    if (tags.includes(from)) editor.setList('tags', [...new Set(tags.map((one) => (one === from ? to : one)))]);
  };
}

function addSynonym(from: string, to: string): Edit {
  return (editor) => {
    const synonyms = strings(editor.data['synonyms']).filter((one) => one !== to && one !== from);
    editor.setList('synonyms', [...synonyms, from]);
  };
}

/** How a file writes the address of a tag's page: pages as it is, posts and wikis as the path of the tag's file without its ending. */
function addressOf(name: TagName, path: string): string {
  return `/tags/${encodeURIComponent(path.startsWith('pages/') ? tagFolder(name) : name)}/`;
}

function tag(text: string): TagName {
  const result = tagName.safeParse(text.trim());
  if (!result.success)
    throw new CurateError(`${JSON.stringify(text)} cannot be a tag: it ${result.error.issues[0]?.message ?? ''}.`);
  return result.data;
}

function listed(value: string | true | undefined): string[] {
  return typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
    : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
