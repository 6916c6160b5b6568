/** What a file that is begun tells the person who writes it, as comments that are never published. One line, or several. */
export type Guide = {
  /** Stands behind `author:` as a comment of YAML, so on one line. */
  author: string;
  text: string;
};

/** Names that stand in a link until the browser, or the person, gives a better one. The validator refuses them. */
export const placeholderAnswer = 'name-your-answer';
export const placeholderThread = 'name-your-question';

/** How a comment begins that validation passes over, that pages do not show, and that `validate --fix` removes. */
const guideMark = '<!-- guide:';

/** A guide as a comment of Markdown, with the place to write below it. */
export function guideComment(text: string): string {
  return `${guideMark}\n${asGuideText(text)}\n-->\n`;
}

/** A text as it may stand in a comment: nothing in it ends the comment. */
export function asGuideText(text: string): string {
  return text.replace(/-{2,}/g, '—');
}

/**
 * A new answer as an editor opens it: the author and the text are left to fill in. There are no votes: they begin at 0.
 * @param date ISO date of today
 */
export function answerDraft(date: string, guide: Guide): string {
  return `---\nauthor: # ${guide.author}\ndate: ${date}\n---\n\n${guideComment(guide.text)}\n`;
}

/**
 * A new question as an editor opens it: title, author and text are left to fill in.
 * @param date ISO date of today
 */
export function questionDraft(date: string, guide: Guide): string {
  return `---\ntitle:\nauthor: # ${guide.author}\ndate: ${date}\ntags: []\n---\n\n${guideComment(guide.text)}\n`;
}
