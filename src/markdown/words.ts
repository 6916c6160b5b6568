/** The words that rendering adds to a post. A site in another language hands in its own. */
export type RenderWords = {
  /** Heading of the notes, heard but not seen. */
  footnotes: string;
  /** Label of the link from a note back to the text; `{reference}` becomes its number. */
  backToReference: string;
  /** What is to be seen of a hidden text (`>! …`). */
  spoiler: string;
  /** Label of the region that a wide table scrolls in. */
  table: string;
  /** Labels of the boxes of a task list. */
  taskDone: string;
  taskOpen: string;
};

export const englishWords: RenderWords = {
  footnotes: 'Footnotes',
  backToReference: 'Back to reference {reference}',
  spoiler: 'Spoiler',
  table: 'Table',
  taskDone: 'Done',
  taskOpen: 'Not done',
};
