import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFiles } from '../../archive/edit/content-files.ts';
import type { ContentPlan } from '../../archive/edit/content-plan.ts';
import { tagName } from '../../core/ids.ts';
import {
  CurateError,
  editFile,
  existingThread,
  readContent,
  type CurateCommand,
  type CurateContext,
} from './curate.ts';

export const retag: CurateCommand = {
  usage: 'retag SLUG --add TAG,… --remove TAG,…   or   retag --from TAG --to TAG',
  what: 'changes the tags of a question, or one tag everywhere; the old name becomes a synonym',
  plan([name], { add, remove, from, to }, context) {
    if (typeof from === 'string' && typeof to === 'string') return everywhere(tag(from), tag(to), context);
    if (typeof add !== 'string' && typeof remove !== 'string')
      throw new CurateError('Say what to change: --add TAG, --remove TAG, or --from TAG --to TAG for all questions.');
    const slug = existingThread(name, context);
    const added = listed(add).map(tag);
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

function everywhere(from: string, to: string, context: CurateContext): ContentPlan {
  const isThere = (name: string) => existsSync(join(context.contentDir, `tags/${name}.md`));
  if (isThere(from) && isThere(to))
    throw new CurateError(
      `tags/${from}.md and tags/${to}.md both have text: join them by hand first, and delete tags/${from}.md.`,
    );
  const changes = contentFiles(context.contentDir).flatMap(({ path, kind }) => {
    if (kind !== 'question') return [];
    const before = readContent(path, context);
    if (!before.includes(from)) return [];
    return editFile(
      path,
      context,
      (editor) => {
        const tags = strings(editor.data['tags']);
        if (tags.includes(from)) editor.setList('tags', [...new Set(tags.map((one) => (one === from ? to : one)))]);
      },
      before,
    );
  });
  const file = isThere(from) ? from : isThere(to) ? to : undefined;
  const synonym =
    file === undefined
      ? []
      : editFile(`tags/${file}.md`, context, (editor) => {
          const synonyms = strings(editor.data['synonyms']).filter((one) => one !== to && one !== from);
          editor.setList('synonyms', [...synonyms, from]);
        });
  return {
    changes: [...changes, ...synonym],
    moves: isThere(from) ? [{ from: `tags/${from}.md`, to: `tags/${to}.md` }] : [],
  };
}

function tag(text: string): string {
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
