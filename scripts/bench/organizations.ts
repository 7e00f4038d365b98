import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { applicationLogin, type Ground } from "../ground";
import { migrate } from "../migrate";
import { createDatabase, type Postgres, removePostgres, startPostgres } from "../postgres";

/** An organization of 2,000 people, or the same ten times as large. */
export type Size = 1 | 10;
const sizes: readonly Size[] = [1, 10];

/** Where the clocks of the measured servers stand: a Wednesday afternoon in Berlin, the eighth day of a program. */
export const benchNow = new Date("2026-03-11T13:30:00Z");

const chapters = ["people", "cohorts", "days", "traces"];

/** A database server of our own in a temporary folder, which counts the statements it is given. */
export async function startCountingPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "ridealong-bench-"));
  // Only we may read there, but PostgreSQL's own user has to be able to pass through.
  chmodSync(folder, 0o711);
  const first = await startPostgres(folder, "careless", folder);
  await run(first.url("postgres"), [
    "ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'",
    "ALTER SYSTEM SET pg_stat_statements.track_utility = off",
  ]);
  await first.stop();
  const postgres = await startPostgres(folder, "careless", folder);
  const stop = async () => {
    await postgres.stop();
    await removePostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

async function run(url: string, statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated database with the default program in it, from which the organizations are copied. */
async function makeTemplate(postgres: Postgres) {
  await createDatabase(postgres, "template_bench");
  const url = postgres.url("template_bench");
  await migrate(url);
  Object.assign(process.env, {
    DATABASE_URL: url,
    APP_URL: "http://localhost",
    AUTH_SECRET: randomBytes(48).toString("base64"),
  });
  const [{ db, transaction }, { installDefaultProgram }] = await Promise.all([
    import("@/lib/db"),
    import("@/lib/programs/commands"),
  ]);
  await transaction(db, installDefaultProgram);
  await db.$disconnect();
  return "template_bench";
}

async function makeOrganization(
  postgres: Postgres,
  { template, password }: { template: string; password: string },
  size: Size,
): Promise<Ground> {
  const name = `organization_${size}`;
  await createDatabase(postgres, name, template);
  const ownerUrl = postgres.url(name);
  await run(ownerUrl, [
    `SELECT set_config('bench.factor', '${size}', false), set_config('bench.now', '${benchNow.toISOString()}', false)`,
    ...chapters.map((chapter) => readFileSync(join(import.meta.dirname, `${chapter}.sql`), "utf8")),
    "VACUUM (ANALYZE)",
    "CREATE EXTENSION pg_stat_statements",
  ]);
  const applicationUrl = await applicationLogin(ownerUrl, password);
  await migrate(ownerUrl, applicationUrl);
  return { ownerUrl, applicationUrl, embedded: true, stop: postgres.stop };
}

/** Both organizations, each in a database of its own. Every constraint and trigger of the product holds in them. */
export async function makeOrganizations(postgres: Postgres): Promise<Map<Size, Ground>> {
  const source = { template: await makeTemplate(postgres), password: randomBytes(24).toString("hex") };
  const grounds = new Map<Size, Ground>();
  for (const size of sizes) grounds.set(size, await makeOrganization(postgres, source, size));
  return grounds;
}
