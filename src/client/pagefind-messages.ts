/** What the page asks the worker: methods of Pagefind, and of the host around it. */
export type HostCall = { id: string; instanceId: string; method: string; args: unknown[] };

/** What comes back: an answer, or that a file did not come. */
export type HostAnswer = { id: string; result?: unknown; error?: string } | { failed: string };

/** What a search found, in columns, best first. */
export type FoundColumns = {
  /** Rows in the index's own order. */
  rows: Uint32Array;
  scores: Float64Array;
  /** Where words were found: 1 in the text, 2 in the title. */
  places: Uint8Array;
  /** How many there are without the filters. */
  all: number;
};

/** A stretch of a page below an element that has an id and a title. */
export type PagefindStretch = {
  url: string;
  excerpt: string;
  anchor?: { id: string; title?: string };
  weighted_locations: { balanced_score: number }[];
};

/** A page of the index, as far as it is needed here. */
export type PagefindFragment = {
  url: string;
  /** With what was searched for marked; as HTML. */
  excerpt: string;
  meta: Record<string, string>;
  /** Of the posts, in order. `location` is the position of the first word. */
  anchors: { id: string; title?: string; location: number }[];
  /** All words, parted by spaces. */
  content: string;
  sub_results: PagefindStretch[];
};
