import { placeholderAnswer, placeholderThread } from './new-post.ts';

/** The parameter of the page with the draft of a question that has its title. */
export const titleParameter = 'title';

/** What a reader's browser knows of a file that is begun, and a build did not. */
export type DraftFacts = {
  /** ISO date of the build, which stands in the draft. */
  builtOn: string;
  /** ISO date of today. */
  today: string;
  /** A name of its own for the answer, or for the folder of the question. */
  name: string;
  /** Of a question: what was searched for. */
  title?: string | undefined;
};

const answerName = new RegExp(`(?<=^|/|%2F)${placeholderAnswer}(?=\\.md)`, 'g');
const threadName = new RegExp(`(?<=^|/|%2F)${placeholderThread}(?=/|%2F|$)`, 'g');

/**
 * Puts what the browser knows into a draft, or into its path, its name, or an address that has them.
 * @param encode how the text is written there: `encodeURIComponent` in addresses, nothing in plain text
 */
export function fillDraft(
  text: string,
  { builtOn, today, name, title }: DraftFacts,
  encode: (text: string) => string = (plain) => plain,
): string {
  const named = text
    .replaceAll(encode(`date: ${builtOn}`), encode(`date: ${today}`))
    .replace(answerName, name)
    .replace(threadName, name);
  if (title === undefined || title === '') return named;
  // JSON is YAML: a quotation mark or a colon in the title changes nothing else. A mail has CRLF.
  const line = encode(`title: ${JSON.stringify(title)}`);
  return ['\r\n', '\n'].reduce((filled, end) => {
    const empty = encode(`title:${end}`);
    const at = filled.indexOf(empty);
    return at < 0 ? filled : filled.slice(0, at) + line + encode(end) + filled.slice(at + empty.length);
  }, named);
}
