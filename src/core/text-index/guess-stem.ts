import { firstBehind, firstFrom } from './key-order.ts';

/**
 * Guesses by which stem the index has a form of a word, knowing nothing of its language: if any key begins with the form, the form;
 * else the longest key that the form begins with; else the form. The stems it does not get right must be told.
 * @param keys the words of the index, in its order (`key-order.ts`)
 */
export function guessStem(form: string, keys: readonly string[]): string {
  let at = firstFrom(keys, form);
  if (keys[at]?.startsWith(form)) return form;
  let beginning = form;
  do {
    // All keys from a beginning of the form to the form begin with it too: so the last of them has it in common with the form.
    const last = keys[at - 1] ?? '';
    beginning = common(beginning, last);
    if (beginning === last) return last || form;
    at = firstBehind(keys, beginning);
  } while (beginning !== '');
  return form;
}

/** What two words both begin with. */
function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
