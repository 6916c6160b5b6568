import type { ImportedPost } from './model.ts';
import type { Report } from './report.ts';

/** A question that is all in its title gets the title as its text, since an archive has no posts without one. */
export function withText(question: ImportedPost, title: string, report: Report): ImportedPost {
  if (question.body.trim() !== '') return question;
  report.changed('empty-question', question.externalId, 'the question has no text; its title stands there');
  return { ...question, body: title.trim().replace(/[\\`*_[\]<>#$~|]/g, '\\$&') };
}
