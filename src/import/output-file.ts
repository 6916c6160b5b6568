/** A file of the content: its path below the content folder with `/`, and its text. */
export type OutputFile = { path: string; text: string };

/** The same for what is no text. */
export type OutputBytes = { path: string; bytes: Uint8Array };
