import type { ExportedLine } from '../core/schema/exported.ts';

/** How much an export holds. */
export type ExportCounts = {
  threads: number;
  answers: number;
  comments: number;
  tags: number;
  authors: number;
  files: number;
};

export function noCounts(): ExportCounts {
  return { threads: 0, answers: 0, comments: 0, tags: 0, authors: 0, files: 0 };
}

export function countLine(counts: ExportCounts, line: ExportedLine): void {
  if (line.kind === 'archive') return;
  counts.files += line.files.length;
  if (line.kind === 'tag') counts.tags++;
  else if (line.kind === 'author') counts.authors++;
  else if (line.kind === 'thread') {
    counts.threads++;
    counts.answers += line.answers.length;
    for (const post of [...(line.question ? [line.question] : []), ...line.answers])
      counts.comments += post.comments.length;
  }
}
