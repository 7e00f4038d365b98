import { expect } from "vitest";

/** An error that says this sentence, whatever its values are. */
export const refusal = (key: string) =>
  expect.objectContaining({ sentence: expect.objectContaining({ key }) });

/** What became of deeds that were done at once, without their order. */
export const settled = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) => result.status).sort();
