import { firstBehind, firstFrom } from './key-order.ts';

/** Letters that a stem has at least, of which no key tells. */
const shortest = 4;
const shortEnding = 3;

/**
 * Guesses by which stem the index has a form of a word: if any key begins with the form, the form; else the longest key that the form
 * begins with, if what is behind it is an ending of the language; else the form without its shortest ending, if any key begins with
 * that; else the form. The stems it does not get right must be told.
 * @param keys the words of the index, in its order (`key-order.ts`)
 * @param endings by which forms of the archive's words are longer than their stems
 */
export function guessStem(form: string, keys: readonly string[], endings: ReadonlySet<string>): string {
  if (keys[firstFrom(keys, form)]?.startsWith(form)) return form;
  for (const key of beginnings(form, keys)) if (endings.has(form.slice(key.length))) return key;
  for (let end = form.length - 1; end >= shortest; end--) {
    const stem = form.slice(0, end);
    if (endings.has(form.slice(end)) && keys[firstFrom(keys, stem)]?.startsWith(stem)) return stem;
  }
  return form;
}

/**
 * The key of which a word may be another form, or one that is not typed to its end: the longest that it begins with, if an ending of
 * the language begins with what is behind it, or that is at least not long.
 */
export function otherForm(word: string, keys: readonly string[], endings: ReadonlySet<string>): string | undefined {
  for (const key of beginnings(word, keys)) {
    const rest = word.slice(key.length);
    if (key.length < shortest || rest === '') return undefined;
    for (const ending of endings) if (ending.startsWith(rest)) return key;
    if (rest.length <= shortEnding) return key;
  }
  return undefined;
}

/** The keys that a word begins with, the longest first. */
function* beginnings(word: string, keys: readonly string[]): Generator<string> {
  let beginning = word;
  for (let at = firstBehind(keys, word); at > 0;) {
    // All keys from a beginning of the word to the word begin with it too: so the last of them has it in common with the word.
    const last = keys[at - 1] ?? '';
    beginning = common(beginning, last);
    if (beginning === '') return;
    if (beginning === last) {
      yield last;
      beginning = last.slice(0, -1);
      at--;
    } else at = firstBehind(keys, beginning);
  }
}

/** What two words both begin with. */
function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
