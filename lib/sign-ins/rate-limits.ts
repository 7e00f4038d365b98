import { createHash } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { UserError } from "@/lib/errors";

const quarterHour = 15 * 60;
let pool: Pool | undefined;

/** Counters over all servers, in the table `rate_limit`. */
function limiter(keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  pool ??= new Pool({
    connectionString: env.DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 3_000,
    options: "-c role=ridealong_app",
  });
  // An idle connection that the database drops is no reason to end the process: the next one is opened when needed.
  if (pool.listenerCount("error") === 0) pool.on("error", () => undefined);
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
}

/**
 * How often one may try within fifteen minutes. Failures are counted for the pair of account and address first, so that a
 * stranger who guesses at an account does not lock its owner out; the wider limits stop guessing from many places.
 */
export const limits = {
  signInPair: () => limiter("sign-in:pair", 8, quarterHour),
  signInAddress: () => limiter("sign-in:address", 60, quarterHour),
  signInAccount: () => limiter("sign-in:account", 200, quarterHour),
  resetAddress: () => limiter("reset:address", 60, quarterHour),
  reset: () => limiter("reset", 5, quarterHour),
  changePassword: () => limiter("change-password", 8, quarterHour),
  link: () => limiter("link", 60, quarterHour),
};

/** Takes one point; refuses with a sentence that says in how many minutes one may try again. */
export async function spend(limit: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const wait = (refused as { msBeforeNext: number }).msBeforeNext;
    throw new UserError("sign-ins.refused.tooOften", { minutes: Math.max(1, Math.ceil(wait / 60_000)) });
  }
}

/** A key that names nobody: e-mail addresses do not lie in the counters' table. */
export function hashKey(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
