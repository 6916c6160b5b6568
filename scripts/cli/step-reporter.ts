import { styleText } from 'node:util';
import type { StepReporter } from '../../src/build/steps.ts';

/** A line a step on standard error; on a terminal, the line of a step under way moves. */
export function stepReporter(stream: NodeJS.WriteStream = process.stderr): StepReporter {
  let lastDrawn = 0;
  const clear = () => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  return {
    progress(step, done, total) {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (done !== undefined && now - lastDrawn < 80) return;
      lastDrawn = now;
      const share = done !== undefined && total ? ` ${done} of ${total} (${Math.floor((100 * done) / total)} %)` : '';
      clear();
      stream.write(styleText('dim', `  … ${step}${share}`, { stream }));
    },
    finished(step, seconds, result) {
      clear();
      const time = `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`.padStart(8);
      stream.write(
        `${styleText('green', '  ✓', { stream })} ${step.padEnd(26)} ${styleText('dim', time, { stream })}${result ? `  ${result}` : ''}\n`,
      );
    },
  };
}
