/** Lines that stand together, with none that is blank between them, unless they are code. */
export type Block = {
  lines: string[];
  /** Line of the file on which it begins, from 1. */
  line: number;
  /** Every line is indented by a tab or four spaces, or the block stands between lines of ```. */
  isCode: boolean;
};

/** Parts a text at its blank lines. Each line that is not blank is in exactly one block. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let fenced = false;
  text.split('\n').forEach((line, index) => {
    const isFence = /^\s*(?:`{3,}|~{3,})/.test(line);
    if (!fenced && line.trim() === '') {
      block = undefined;
      return;
    }
    if (!block) blocks.push((block = { lines: [], line: index + 1, isCode: false }));
    block.lines.push(line.trimEnd());
    if (isFence) {
      fenced = !fenced;
      if (fenced) block.isCode = true;
    }
  });
  for (const each of blocks) each.isCode ||= each.lines.every((line) => /^(?:\t| {4})/.test(line));
  return blocks;
}
