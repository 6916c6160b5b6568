import { styleText } from 'node:util';
import { countables, type NoteLevel, type Report } from '../../src/import/report.ts';

const levels: readonly [NoteLevel, string, 'red' | 'yellow' | 'cyan' | 'dim'][] = [
  ['problem', 'Problems', 'red'],
  ['left-out', 'Left out', 'yellow'],
  ['changed', 'Changed on the way', 'cyan'],
  ['info', 'Good to know', 'dim'],
];
/** How many cases of one kind are printed; all are in the report. */
const shown = 3;

/** What an import did, for people. */
export function importSummary(report: Report, dryRun: boolean, stream: NodeJS.WriteStream = process.stdout): string {
  const { counts, files, balance } = report.summary();
  const lines = [''];
  for (const what of countables) {
    const { read, written, leftOut } = counts[what];
    const rest = Object.entries(leftOut).map(([kind, count]) => `${count} ${kind}`);
    lines.push(
      `  ${what.padEnd(9)} ${String(read).padStart(8)} read ${String(written).padStart(8)} ${dryRun ? 'would come over' : 'came over'}${rest.length > 0 ? `   left out: ${rest.join(', ')}` : ''}`,
    );
  }
  lines.push(
    '',
    `  ${files.written} files ${dryRun ? 'would be written' : 'written'}, ${files.unchanged} are as they should be, ${files.kept} kept as a person left them`,
  );
  for (const [level, heading, colour] of levels) {
    const kinds = Map.groupBy(
      report.notes.filter((note) => note.level === level),
      ({ kind }) => kind,
    );
    if (kinds.size === 0) continue;
    lines.push('', styleText(colour, `  ${heading}`, { stream }));
    for (const [kind, notes] of kinds) {
      lines.push(`    ${kind}: ${notes.length}`);
      for (const { id, message } of level === 'changed' ? notes.slice(0, 1) : notes.slice(0, shown)) {
        lines.push(`      ${id}: ${inOneLine(message)}`);
      }
    }
  }
  for (const sentence of balance)
    lines.push('', styleText('red', `  The figures do not add up: ${sentence}`, { stream }));
  return lines.join('\n');
}

/** The first line, shortened; all of it is in the report. */
function inOneLine(message: string): string {
  const line = (message.trim().split(/[\r\n]/, 1)[0] ?? '').slice(0, 300);
  return line.length < message.trim().length ? `${line.trimEnd()}…` : line;
}
