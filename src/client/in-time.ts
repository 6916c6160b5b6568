import { SearchError } from './search-error.ts';

/** Milliseconds in which nothing of a file may come. However slow a network is, what it brings is waited for. */
export const longestSilence = 30_000;

/**
 * Waits for what the browser loads by itself, a module or a worker, of which nobody is told whether it comes.
 * @param what is told of in the error
 * @throws SearchError `late`, if it is not there after the longest silence
 */
export async function inTime<T>(coming: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(tooLate(what));
    }, longestSilence);
  });
  try {
    return await Promise.race([coming, silence]);
  } finally {
    clearTimeout(timer);
  }
}

export function tooLate(what: string): SearchError {
  return new SearchError('late', `${what}: nothing came for ${longestSilence} ms.`);
}
