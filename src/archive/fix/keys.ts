import { answerSchema } from '../../core/schema/answer.ts';
import { authorSchema } from '../../core/schema/author.ts';
import { questionSchema } from '../../core/schema/question.ts';
import { tagSchema } from '../../core/schema/tag.ts';
import { editFrontmatter } from '../edit/frontmatter-editor.ts';
import type { Fixer } from './fixer.ts';

const schemas = { question: questionSchema, answer: answerSchema, tag: tagSchema, author: authorSchema };

/** `score:` becomes `votes:`, and `Title:` `title:`. Other words for a key are advised, since they may mean something else. */
export const keys: Fixer = ({ text, kind }) => {
  const editor = editFrontmatter(text);
  const known = Object.keys(schemas[kind].shape);
  const taken = new Set(Object.keys(editor.data));
  const did: string[] = [];
  for (const key of Object.keys(editor.data)) {
    if (known.includes(key)) continue;
    const meant =
      key.toLowerCase() === 'score' ? 'votes' : known.find((one) => one.toLowerCase() === key.toLowerCase());
    if (meant === undefined || !known.includes(meant) || taken.has(meant)) continue;
    taken.add(meant);
    editor.rename([key], meant);
    did.push(`called the key ${key} ${meant}`);
  }
  return did.length > 0 ? { text: editor.result(), did } : undefined;
};
