import { z } from 'zod';
import { answerSchema } from './answer.ts';
import { authorSchema } from './author.ts';
import { questionSchema } from './question.ts';
import { tagSchema } from './tag.ts';

/** What an editor shows beside a key. */
const descriptions: Readonly<Record<string, string>> = {
  title: 'The question in one sentence, as people would search for it.',
  author: 'A handle (a-z, 0-9 and -), or {name: Ada L., url: https://…}, or anonymous.',
  votes: 'Net score, a whole number. Curators set it; new posts have none.',
  date: 'When it was written: 2026-01-14 or 2026-01-14T09:30:00Z.',
  edited: 'When it was last changed: 2026-01-14 or 2026-01-14T09:30:00Z.',
  license: 'SPDX identifier, if it is not the licence of the archive: CC-BY-SA-4.0.',
  source: 'Where an imported post is from.',
  counted: 'How the votes came about, if they were counted here.',
  comments: 'Short remarks: {author: ada, date: 2026-01-15, text: "short *Markdown*"}.',
  tags: 'Lower-case names: [django, web].',
  accepted: 'The answer that solved it: the name of its file without .md.',
  status: 'open, or closed with closedReason.',
  closedReason: 'Why it is closed, in one sentence.',
  duplicateOf: 'The thread that this one asks again: the name of its folder.',
  aliases: 'Old slugs or paths that lead here.',
  lang: 'Language, if it is not that of the archive: en, pt-BR.',
  name: 'How the name is written.',
  url: 'Home page, https://…',
  links: 'Further pages: {title: Mastodon, url: https://…}.',
  description: 'One or two sentences for listings.',
  synonyms: 'Other names of the tag.',
};

/** The kinds of files with frontmatter, by the name of their JSON Schema. */
const schemas = { question: questionSchema, answer: answerSchema, tag: tagSchema, author: authorSchema };
export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[];

/** The JSON Schema (2020-12) of a kind of frontmatter, for editors. `npm run validate` knows more: calendars, links, other files. */
export function jsonSchema(name: SchemaName): object {
  const { properties, ...schema } = z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' });
  const described = Object.entries(properties ?? {}).map(([key, value]) => [
    key,
    typeof value === 'object' && descriptions[key] !== undefined ? { description: descriptions[key], ...value } : value,
  ]);
  return { title: `Responsa: frontmatter of ${article[name]}`, ...schema, properties: Object.fromEntries(described) };
}

const article: Readonly<Record<SchemaName, string>> = {
  question: 'a question (threads/<slug>/question.md)',
  answer: 'an answer (threads/<slug>/answers/<id>.md)',
  tag: 'a tag (tags/<tag>.md)',
  author: 'an author (authors/<handle>.md)',
};
