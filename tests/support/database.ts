import pg from "pg";

let owner: pg.Client | undefined;
let tables = "";

/** Gives this process a fresh copy of the migrated database and its address. Called once, by the set-up. */
export async function openDatabase(serverUrl: string, template: string) {
  // Not the number of a worker: vitest gives one to the next process before the last that had it is gone.
  const name = `${template}_${process.pid}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await server.end();
  const address = new URL(serverUrl);
  address.pathname = name;
  owner = new pg.Client({ connectionString: address.href });
  owner.on("error", () => undefined);
  await owner.connect();
  const found = await owner.query(
    `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS "names" FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
        OR schemaname = 'graphile_worker' AND tablename IN ('_private_jobs', '_private_job_queues')`,
  );
  tables = found.rows[0].names;
  return address.href;
}

/** Empties every table, the audit trail and the job queue included. Numbers start again at 1. */
export async function resetDatabase() {
  await asOwner(`TRUNCATE ${tables} RESTART IDENTITY`);
}

/** Runs SQL as the owner of the database, past everything that holds the application back. */
export async function asOwner(sql: string, values: unknown[] = []) {
  if (!owner) throw new Error("Only integration tests have a database.");
  return (await owner.query(sql, values)).rows;
}

/** Closes what the set-up opened. Called once, after the tests of a file. */
export async function closeDatabase() {
  await owner?.end();
}

/**
 * Remembers every row there is. Gives a deed that puts all of it back as it was, past triggers and keys: for tests that
 * try much on one stage, when setting it anew each time would take long.
 */
export async function rememberDatabase() {
  const names = tables.split(", ").filter((name) => name.startsWith("public."));
  await asOwner(`DROP SCHEMA IF EXISTS remembered CASCADE; CREATE SCHEMA remembered;
    ${names.map((name) => `CREATE TABLE ${name.replace("public.", "remembered.")} AS TABLE ${name}`).join(";")}`);
  const back = names.map(
    (name) => `INSERT INTO ${name} SELECT * FROM ${name.replace("public.", "remembered.")}`,
  );
  return () =>
    asOwner(
      `BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE ${tables}; ${back.join(";")}; COMMIT`,
    );
}
