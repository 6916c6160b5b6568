import { longestSilence, tooLate } from './in-time.ts';

/**
 * Fetches a file of the search, whole: what nobody answers would be waited for without end.
 * @returns the response of the server, good or bad, with its body there already
 * @throws SearchError `late`, if nothing comes any more; or the error of the network
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
    return new Response(new Blob(pieces), response);
  } catch (error) {
    throw givenUp.signal.aborted ? tooLate(url) : error;
  } finally {
    clearTimeout(timer);
  }
}
