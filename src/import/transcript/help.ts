/** What `import transcript --help` says of the source. */
export const transcriptHelp = `The source is a text file (UTF-8) with one thread as it was copied from a page. What comes out is a proposal: read it again,
and give authors, dates, tags and votes where you know them. Try --dry-run first.

Rules
  The first line is the title. The block after it, up to a blank line, is the question; if there is a line such as "3 Answers",
  all before it is. Each further block is an answer.
  Words of thanks or agreement in at most two lines are a comment on the post before them. Code (indented by four spaces, or
  between lines of \`\`\`) belongs to the post before it, and so does the block after code.
  A line such as "Accepted answer" marks the answer after it.
  Lines that belong to the page ("Back to top", "Share", "Sign in", ...) are not in the thread; the report has each, with its line.
  Every line is in the thread or in the report. Every guess is in the report, with its line. Nobody is named: all is by anonymous.`;
