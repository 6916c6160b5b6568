/** A stretch of a text, by its words: from one to before another. */
export type TextStretch = { begin: number; end: number };
