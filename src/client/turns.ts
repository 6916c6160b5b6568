/** Whether something later was begun, so that nobody waits for this any more. */
export type IsLate = () => boolean;

/** Tells, of what is begun one after another, each whether it was overtaken. */
export function createTurns(): () => IsLate {
  let latest = 0;
  return () => {
    const own = ++latest;
    return () => own !== latest;
  };
}
