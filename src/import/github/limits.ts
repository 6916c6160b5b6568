/** A comment longer than this is hard to read as a note. */
export const longestComment = 600;

/** The longest reply that becomes a comment, in characters: well within what an archive takes. */
export const longestPlainComment = 2000;
