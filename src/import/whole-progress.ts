/** What part of the time each step takes, in the order of the steps: `{ reading: 0.4, writing: 0.6 }`. */
export type Steps = Readonly<Record<string, number>>;

/**
 * Makes one progress of that of several steps, which follow each other. A step that is not named stands still.
 * @param draw is told the step, and how much of 1 is done of the whole
 */
export function wholeProgress(steps: Steps, draw: (step: string, done: number, total: number) => void) {
  const total = Object.values(steps).reduce((sum, part) => sum + part, 0);
  const begins = new Map<string, { begin: number; part: number }>();
  let begin = 0;
  for (const [step, part] of Object.entries(steps)) {
    begins.set(step, { begin: begin / total, part: part / total });
    begin += part;
  }
  let reached = 0;
  return (step: string, done: number, of: number): void => {
    const known = begins.get(step);
    if (known) reached = Math.max(reached, known.begin + known.part * (of > 0 ? Math.min(1, done / of) : 1));
    draw(step, reached, 1);
  };
}
