import { editFrontmatter } from '../edit/frontmatter-editor.ts';
import type { Fixer } from './fixer.ts';

/** `votes: "12"` is the number 12, in comments too. */
export const votes: Fixer = ({ text }) => {
  const editor = editFrontmatter(text);
  const comments: unknown = editor.data['comments'];
  const places: { path: (string | number)[]; value: unknown }[] = [{ path: ['votes'], value: editor.data['votes'] }];
  if (Array.isArray(comments)) {
    comments.forEach((comment: unknown, index) => {
      if (typeof comment === 'object' && comment !== null && 'votes' in comment)
        places.push({ path: ['comments', index, 'votes'], value: comment.votes });
    });
  }
  const did: string[] = [];
  for (const { path, value } of places) {
    if (typeof value !== 'string' || !/^[+-]?\d{1,9}$/.test(value.trim())) continue;
    editor.replace(path, Number(value) || 0);
    did.push(`wrote votes as a number: ${Number(value) || 0}`);
  }
  return did.length > 0 ? { text: editor.result(), did } : undefined;
};
