import { longestSilence, tooLate } from './in-time.ts';
import { failureOfStatus, SearchError } from './search-error.ts';

/**
 * Fetches a file of the search, whole: what nobody answers would be waited for without end.
 * @returns the file, with its body there already
 * @throws SearchError `missing` or `failing`, as the server answers; `late`, if nothing comes any more; `unreachable`, if the network or
 *   the server ends it
 */
export async function fetchFile(url: string): Promise<Response> {
  const givenUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      givenUp.abort();
    }, longestSilence);
  };
  try {
    wait();
    const response = await fetch(url, { signal: givenUp.signal });
    const reader = response.body?.getReader();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      wait();
      pieces.push(piece.value);
    }
    if (!response.ok) throw new SearchError(failureOfStatus(response.status), `${url}: ${response.status}`);
    return new Response(new Blob(pieces), response);
  } catch (error) {
    if (givenUp.signal.aborted) throw tooLate(url);
    throw error instanceof SearchError ? error : new SearchError('unreachable', `${url}: ${String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}
