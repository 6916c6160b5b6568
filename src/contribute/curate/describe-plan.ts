import { structuredPatch } from 'diff';
import { visible } from '../../archive/report/visible.ts';
import type { ContentPlan } from '../../archive/edit/content-plan.ts';

/** What a plan would do, for people: each file with the lines that change, then what is copied and moved. */
export function describePlan({ changes, moves, copies = [] }: ContentPlan): string {
  const edits = changes.map(({ path, before, after }) => {
    const { hunks } = structuredPatch(path, path, before, after, '', '', { context: 0 });
    const lines = hunks.flatMap((hunk) => hunk.lines.filter((line) => !line.startsWith('\\')));
    return [visible(path), ...lines.map((line) => `  ${visible(line)}`)].join('\n');
  });
  return [
    ...edits,
    ...copies.map(({ from, to }) => `copy ${visible(from)}\n  to ${visible(to)}`),
    ...moves.map(({ from, to }) => `move ${visible(from)}\n  to ${visible(to)}`),
  ].join('\n');
}
