/** Where the build says what it is doing. */
export type StepReporter = {
  /** A step begins, or has come to `done` of `total`. */
  progress(step: string, done?: number, total?: number): void;
  /** A step is over. */
  finished(step: string, seconds: number, result: string): void;
};

export type Task = <T>(name: string, run: () => Promise<T> | T, result?: (value: T) => string) => Promise<T>;

/** Runs steps by name and reports how long each took. */
export function createTask(reporter: StepReporter): Task {
  return async (name, run, result = () => '') => {
    const begin = performance.now();
    reporter.progress(name);
    const value = await run();
    reporter.finished(name, (performance.now() - begin) / 1000, result(value));
    return value;
  };
}
