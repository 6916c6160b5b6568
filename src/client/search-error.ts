/**
 * Why a search cannot be answered: the index is not there, does not come, or the server fails to send it; the server cannot be
 * reached, or the network is not there; or the browser cannot run it.
 */
export type SearchFailure = 'missing' | 'late' | 'failing' | 'unreachable' | 'offline' | 'unsupported';

export class SearchError extends Error {
  readonly failure: SearchFailure;

  constructor(failure: SearchFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** What an answer without the file means: a server that fails or is too busy may send it later. */
export function failureOfStatus(status: number): SearchFailure {
  return status >= 500 || status === 429 || status === 408 ? 'failing' : 'missing';
}

/** What to tell the reader of an error, whatever it is. */
export function failureOf(error: unknown): SearchFailure {
  const failure = error instanceof SearchError ? error.failure : 'missing';
  const mayBeOfNetwork = failure === 'missing' || failure === 'unreachable';
  return mayBeOfNetwork && !navigator.onLine ? 'offline' : failure;
}
