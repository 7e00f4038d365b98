/** Long work that can be paused: each yield says how many are done by then, the end gives the result. */
export type Steps<Result> = Generator<number, Result, void>;

/** Does such work without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
