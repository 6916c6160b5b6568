import { styleText } from 'node:util';

/** Draws how far steps are: a bar on a terminal, and nothing in a log, where it would stay. Nothing is drawn in the first second. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr) {
  const begin = performance.now();
  const pause = 100;
  let last = begin + 1000 - pause;
  return {
    draw(step: string, done: number, total: number): void {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (now - last < pause) return;
      last = now;
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const percent = `${Math.floor(share * 100)}`.padStart(3);
      const width = Math.max(10, Math.min(40, stream.columns - 30));
      const full = Math.round(share * width);
      const bar =
        styleText('green', '█'.repeat(full), { stream }) + styleText('dim', '░'.repeat(width - full), { stream });
      stream.write(`\r\x1b[2K  ${step.padEnd(12)} ${bar} ${percent} %`);
    },
    /** Takes the bar off the terminal. */
    clear(): void {
      if (stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}
