import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { settingsFor, startServer } from "../company";
import type { Ground } from "../ground";
import { findPort, type Run } from "../processes";
import { benchNow } from "./organizations";
import type { BenchPage } from "./pages";

/** A production server on one of the organizations, and what one needs to ask it for pages. */
export type Site = {
  /** Where a page is in this organization. */
  addressOf(page: BenchPage): string;
  /** The cookie of somebody who is signed in. */
  cookieOf(page: BenchPage): string;
  /** How many statements the application has sent to this database since it was last asked. */
  countStatements(): Promise<number>;
  stop(): Promise<void>;
};

const thirtyDays = 30 * 24 * 60 * 60;

/** A row for the sign-in and the cookie that names it: the same as lib/auth.ts makes after a password was right. */
async function signIn(database: pg.Client, who: string, secret: string) {
  const { rows } = await database.query(
    `INSERT INTO "SignIn" (id, "personId", method, "createdAt", "lastSeenAt")
       SELECT uuidv7(), id, 'PASSWORD', $2, $2 FROM "Person" WHERE email = $1 RETURNING id`,
    [`${who}-0-0@bench.example`, benchNow],
  );
  const token = await encode({ token: { signInId: rows[0].id }, secret, maxAge: thirtyDays });
  return `ridealong=${token}`;
}

/** Transactions' BEGIN and COMMIT are no statements here; the frame's own are. */
async function statementsOf(database: pg.Client) {
  const { rows } = await database.query(
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND userid <> current_user::text::regrole`,
  );
  await database.query("SELECT pg_stat_statements_reset()");
  return rows[0].calls as number;
}

/** Starts the production server of the present build on an organization, with its clock at {@link benchNow}. */
export async function openSite(ground: Ground): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "ridealong-clock-"));
  const clock = join(folder, "clock");
  writeFileSync(clock, String(benchNow.getTime() - Date.now()));
  const secret = randomBytes(48).toString("base64");
  const settings = { AUTH_SECRET: secret, CLOCK_FILE: clock, LOG_LEVEL: "error", DEMO_PASSWORD: "" };
  const runs: Run[] = [];
  const database = new pg.Client({ connectionString: ground.ownerUrl });
  const stop = async () => {
    await Promise.all(runs.map((run) => run.stop()));
    await database.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await database.connect();
    const { port } = await startServer(
      await findPort(4700),
      (free) => settingsFor(ground, free, settings),
      (run) => runs.push(run),
    );
    const { rows } = await database.query(`SELECT id FROM "Cohort" WHERE name = 'Wave 000'`);
    const cookies = new Map<string, string>();
    for (const who of ["organizer", "manager", "mentor", "mentee"]) {
      cookies.set(who, await signIn(database, who, secret));
    }
    return {
      addressOf: ({ path }) => `http://127.0.0.1:${port}${path.replace(":cohort", rows[0].id)}`,
      cookieOf: ({ who }) => cookies.get(who) ?? "",
      countStatements: () => statementsOf(database),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
