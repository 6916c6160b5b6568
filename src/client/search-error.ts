/** Why a search cannot be answered: the index is not there or does not come, the network is not there, or the browser cannot run it. */
export type SearchFailure = 'missing' | 'late' | 'offline' | 'unsupported';

export class SearchError extends Error {
  readonly failure: SearchFailure;

  constructor(failure: SearchFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** What to tell the reader of an error, whatever it is. */
export function failureOf(error: unknown): SearchFailure {
  if (error instanceof SearchError) return error.failure;
  return navigator.onLine ? 'missing' : 'offline';
}
