import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { migrate, migrationStatus } from "@/scripts/migrate";
import { root } from "@/scripts/root";

const { serverUrl, template } = inject("databases");
const name = `${template}_migrations`;
const url = Object.assign(new URL(serverUrl), { pathname: name }).href;
const folder = mkdtempSync(join(tmpdir(), "ridealong-migrations-"));
const slow = `CREATE TABLE slow_first (id int);
CREATE FUNCTION slow_answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 42; END $$;
SELECT pg_sleep(1.5);
CREATE TABLE slow_last (id int) -- without a semicolon at its end`;

async function ask(sql: string, on = url) {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

function writeMigration(migration: string, sql: string) {
  mkdirSync(join(folder, migration), { recursive: true });
  writeFileSync(join(folder, migration, "migration.sql"), sql);
}

/** Migrates in a process of its own, which a test can kill. */
function startMigrating() {
  const code = `const { migrate } = await import("./scripts/migrate.ts");
    await migrate(${JSON.stringify(url)}, undefined, ${JSON.stringify(folder)});`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", code];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "ignore" });
  return { child, ended: new Promise((done) => child.once("exit", done)) };
}

async function killAsleep({ child, ended }: { child: ChildProcess; ended: Promise<unknown> }) {
  const asleep = `SELECT pid FROM pg_stat_activity WHERE datname = '${name}' AND wait_event = 'PgSleep'`;
  await expect.poll(() => ask(asleep), { timeout: 15_000 }).toHaveLength(1);
  child.kill("SIGKILL");
  await ended;
}

const unfinished = `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL`;
const slowTables = `SELECT tablename FROM pg_tables WHERE tablename LIKE 'slow_%' ORDER BY 1`;

beforeAll(() => cpSync(join(root, "prisma/migrations"), folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, serverUrl);
  await ask(`CREATE DATABASE ${name} TEMPLATE ${template}`, serverUrl);
  rmSync(join(folder, "29990101000000_slow"), { recursive: true, force: true });
});

test("a database that is up to date is left alone", async () => {
  expect(await migrate(url)).toEqual([]);
  expect(await migrationStatus(url)).toEqual({ missing: [], unknown: [], edited: [], interrupted: [] });
});

test("of three servers that start at once, one migrates", async () => {
  writeMigration("29990101000000_slow", slow);
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, url, folder)));
  expect(applied.flat()).toEqual(["29990101000000_slow"]);
  expect(await ask("SELECT slow_answer()")).toEqual([{ slow_answer: 42 }]);
});

test("what PostgreSQL finishes after its sender was killed counts as done", async () => {
  writeMigration("29990101000000_slow", slow);
  await killAsleep(startMigrating());
  expect(await migrate(url, url, folder)).toEqual([]);
  expect(await ask(slowTables)).toEqual([{ tablename: "slow_first" }, { tablename: "slow_last" }]);
  expect(await ask(unfinished)).toEqual([]);
});

test("what was killed with its connection is undone, and done by the next run", async () => {
  writeMigration("29990101000000_slow", slow);
  await killAsleep(startMigrating());
  await ask(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND wait_event = 'PgSleep'`,
  );
  expect((await migrationStatus(url, folder)).interrupted).toEqual(["29990101000000_slow"]);
  expect(await ask(slowTables)).toEqual([]);
  expect(await migrate(url, url, folder)).toEqual(["29990101000000_slow"]);
});

test("a migration that fails halfway leaves nothing and says why", async () => {
  writeMigration("29990101000000_slow", "CREATE TABLE slow_first (id int); SELECT 1 / 0;");
  await expect(migrate(url, url, folder)).rejects.toThrow(/failed and was undone: division by zero/);
  expect(await ask(slowTables)).toEqual([]);
  writeMigration("29990101000000_slow", "CREATE TABLE slow_last (id int)");
  expect(await migrate(url, url, folder)).toEqual(["29990101000000_slow"]);
});

test("who is in the application's role without acting in it is let in", async () => {
  const login = `${name}_login`;
  await ask(`CREATE ROLE ${login} LOGIN`);
  try {
    await ask(`GRANT ridealong_app TO ${login} WITH SET FALSE`);
    await migrate(url, Object.assign(new URL(url), { username: login }).href);
    expect(await ask(`SELECT pg_has_role('${login}', 'ridealong_app', 'SET') AS "may"`)).toEqual([
      { may: true },
    ]);
  } finally {
    await ask(`DROP ROLE ${login}`);
  }
});

test("a migration that was changed after it was applied is named", async () => {
  writeMigration("29990101000000_slow", "SELECT 1");
  await migrate(url, url, folder);
  writeMigration("29990101000000_slow", "SELECT 2");
  expect((await migrationStatus(url, folder)).edited).toEqual(["29990101000000_slow"]);
  expect(await migrate(url, url, folder)).toEqual([]);
});
