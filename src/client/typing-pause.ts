/** Enough to skip the letters of a word that is pasted or typed by a machine. */
const shortPause = 10;
/** The beginnings of words that are so short lie in many pieces of the index, and find what nobody meant. */
const longPause = 250;
const shortestBeginning = 3;

/** After so long, the next key is late: who types fast goes on sooner. */
export const settleMilliseconds = 130;
/** After so long, somebody reads and types no more. */
export const restMilliseconds = 250;

/** How long the keys must rest before a search for what was typed begins, in milliseconds. */
function typingPause(typed: string): number {
  const [last = ''] = /[\p{L}\p{N}]*$/u.exec(typed) ?? [];
  const isBeginning = /^\p{Script=Latin}+$/u.test(last) && last.length < shortestBeginning;
  return isBeginning ? longPause : shortPause;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}

/**
 * Calls back whenever the keys rest.
 * @returns drops a call that is due
 */
export function onTyped(input: HTMLInputElement, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(act, typingPause(input.value));
  });
  return () => {
    clearTimeout(timer);
  };
}
