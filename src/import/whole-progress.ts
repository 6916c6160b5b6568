/** What part of the time each step takes, in the order of the steps: `{ reading: 0.4, writing: 0.6 }`. Their sum need not be 1. */
export type Steps = Readonly<Record<string, number>>;

/** One progress made of that of several steps, which follow each other. */
export type WholeProgress = {
  /** Says how long the steps will take beside each other. It may be said again when more is known: what is drawn never goes back. */
  plan: (steps: Steps) => void;
  /** Says how far a step is. One that is not planned stands still. */
  progress: (step: string, done: number, total: number) => void;
};

/** @param draw is told the step, and how much of 1 is done of the whole */
export function wholeProgress(draw: (step: string, done: number, total: number) => void): WholeProgress {
  // Measured on topics of Discourse and discussions of GitHub, which are converted as they are read.
  let begins = placesOf({ reading: 6, writing: 1 });
  let reached = 0;
  return {
    plan: (steps) => {
      begins = placesOf(steps);
    },
    progress: (step, done, total) => {
      const known = begins.get(step);
      if (known) reached = Math.max(reached, known.begin + known.part * (total > 0 ? Math.min(1, done / total) : 1));
      draw(step, reached, 1);
    },
  };
}

function placesOf(steps: Steps): ReadonlyMap<string, { begin: number; part: number }> {
  const total = Object.values(steps).reduce((sum, part) => sum + part, 0) || 1;
  const places = new Map<string, { begin: number; part: number }>();
  let begin = 0;
  for (const [step, part] of Object.entries(steps)) {
    places.set(step, { begin: begin / total, part: part / total });
    begin += part;
  }
  return places;
}
