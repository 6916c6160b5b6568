import { foldName } from '../../core/fold-name.ts';
import { visiblePart } from '../../core/invisible.ts';
import { tagName, type TagName } from '../../core/ids.ts';
import { editFrontmatter } from '../edit/frontmatter-editor.ts';
import type { Fixer } from './fixer.ts';

/** Tags in small letters, with hyphens for spaces, by the name of the tag and not a synonym, and none twice. */
export const tags: Fixer = ({ text, kind, synonyms }) => {
  const key = kind === 'question' ? 'tags' : 'synonyms';
  if (kind === 'answer' || kind === 'author') return undefined;
  const editor = editFrontmatter(text);
  const before: unknown = editor.data[key];
  if (!Array.isArray(before) || !before.every((tag) => typeof tag === 'string')) return undefined;
  const after = before.map((tag) => mended(tag, kind === 'question' ? synonyms : new Map()));
  const unique = [...new Set(after)];
  const did = before.flatMap((tag, index) =>
    tag === after[index] ? [] : [`wrote the tag ${tag} as ${after[index] ?? ''}`],
  );
  if (unique.length < after.length) did.push('took out tags that are there twice');
  if (did.length === 0) return undefined;
  editor.setList(key, unique);
  return { text: editor.result(), did };
};

function mended(tag: string, synonyms: ReadonlyMap<TagName, TagName>): string {
  const small = tagName.safeParse(visiblePart(foldName(tag.trim())).replace(/[\s_]+/g, '-'));
  return small.success ? (synonyms.get(small.data) ?? small.data) : tag;
}
