/** What no word has, of the characters that are quick to look for: most of what parts words. */
const run = /[^\s!"%&()*,./:;<=>?[\\\]^`{|}~]+/g;

/**
 * The stretches of a thread's title and of its document for the search that stand between spaces and punctuation, each once, in lower
 * case. A word is within one of them, but other characters may be beside it: what these are is only looked for once in each.
 */
export function wordRuns(title: string, document: string): ReadonlySet<string> {
  return new Set(`${title} ${document.replace(/<[^>]*>|&#?\w+;/g, ' ')}`.toLowerCase().match(run));
}
