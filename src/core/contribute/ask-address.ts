import { parseQuery } from '../query/parse.ts';
import { fits, fittingText } from './address-length.ts';
import { threadName } from './draft-name.ts';
import { fillDraft, titleParameter } from './fill-draft.ts';

type AskFacts = { builtOn: string; today: string; random: string };

/**
 * The address to ask something at: the editor with the draft filled in, or the page that shows the draft.
 * @param address as the page has it
 * @param title of the question, as far as it is known; shortened if the address gets too long for the forge
 */
export function askAddress(address: string, title: string, { builtOn, today, random }: AskFacts): string {
  if (!/^https?:/.test(address))
    return title === '' ? address : `${address}?${titleParameter}=${encodeURIComponent(title)}`;
  const name = threadName(title, today, random);
  const filled = (short: string) => fillDraft(address, { builtOn, today, name, title: short }, encodeURIComponent);
  return filled(fits(filled(title)) ? title : fittingText(title, filled));
}

/** The words of a search that a question may be about: without operators, and without what is not wanted. */
export function askedWords(query: string): string {
  return parseQuery(query)
    .query.flat()
    .flatMap((term) => (term.kind === 'text' && !term.isNot ? [term.text] : []))
    .join(' ');
}
