import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { env } from "@/lib/env";
import { backUp, restore } from "@/scripts/backup";
import { settingsFor, tellStory } from "@/scripts/company";
import { asOwner } from "../support/database";

const { serverUrl, template } = inject("databases");
const name = `${template}_restored`;
const owner = `${template}_owner`;
const on = (given: Partial<URL>) => Object.assign(new URL(serverUrl), { pathname: name, ...given }).href;
/** The new owner is no superuser. The application's role is there already, which one server has for all databases. */
const blank = on({ username: owner, password: "four-green-bicycles" });
const folder = mkdtempSync(join(tmpdir(), "ridealong-backup-"));

async function ask(sql: string, url = on({})) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

const tables = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`;
const rowsOf = (table: string) => `SELECT r::text AS row FROM ${table} AS r ORDER BY 1`;

/** What holds the rows together, and where their numbers go on. */
const rules = `SELECT conrelid::regclass::text AS "on", conname AS name, pg_get_constraintdef(oid) AS says
    FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace) AND contype <> 'n'
  UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT schemaname, sequencename, coalesce(last_value::text, '') FROM pg_sequences ORDER BY 1, 2, 3`;

/** What the story leaves empty, and values that a file could spoil. */
const rest = `
  INSERT INTO "PeopleImport" (id, "byId", "fileName", rows, columns, "createdAt")
    SELECT gen_random_uuid(), id, E'a "b" \\\\ {c}, (d)\\n\\u2028\\r\\te\\U0001F6B2', 'null', '[]', '2026-03-02 08:00:00.123456Z' FROM "Person" LIMIT 1;
  INSERT INTO "SignIn" (id, "personId", method, "createdAt", "lastSeenAt")
    SELECT gen_random_uuid(), id, 'PASSWORD', now(), now() FROM "Person";
  INSERT INTO "OneTimeLink" (id, kind, "tokenHash", "createdAt", "expiresAt") VALUES (gen_random_uuid(), 'FIRST_ADMINISTRATOR', 'x', now(), now());
  INSERT INTO "Leave" (id, "personId", "firstDay", "lastDay", "createdAt") SELECT gen_random_uuid(), id, '2026-03-02', '2026-03-03', now() FROM "Person";
  INSERT INTO "MentorPause" (id, "personId", since) SELECT gen_random_uuid(), id, now() FROM "Person";
  INSERT INTO "FloorDelegate" (id, "floorId", "managerId", "delegateId", "firstDay", "lastDay", "createdById", "createdAt")
    SELECT gen_random_uuid(), m."floorId", m."personId", p.id, '2026-03-02', '2026-03-03', m."personId", now()
      FROM "FloorManager" m JOIN "Person" p ON p.id <> m."personId" AND p."deactivatedAt" IS NULL LIMIT 1;
  INSERT INTO "SuggestionRun" (id, "cohortId", "startedById", objective, balance, "createdAt", "seenAt")
    SELECT gen_random_uuid(), c.id, p.id, 'TOTAL', false, now(), now() FROM "Cohort" c, "Person" p LIMIT 1;
  INSERT INTO "Portrait" ("personId", type, bytes, "updatedAt")
    SELECT id, 'PNG', '\\x89504e470d0a1a0a00ff5c0a', now() FROM "Person" WHERE "deactivatedAt" IS NULL;
  WITH file AS (INSERT INTO "AnswerFile" (id, type, name, size, bytes, "createdAt")
    SELECT gen_random_uuid(), 'PDF', 'answer.pdf', 8, '\\x255044462d00ff0a', now() RETURNING id)
  UPDATE "ScenarioAnswer" SET "fileId" = (SELECT id FROM file) WHERE ("nominationId", "scenarioId") =
    (SELECT "nominationId", "scenarioId" FROM "ScenarioAnswer" a JOIN "MentorNomination" n ON n.id = a."nominationId"
      WHERE a."feedbackAt" IS NULL AND n.training = 'IN_PROGRESS' LIMIT 1);
  INSERT INTO "LeftOutScenario" ("cohortId", "scenarioId", "createdAt")
    SELECT c.id, s.id, now() FROM "Cohort" c JOIN "TrainingScenario" s ON s."versionId" = c."versionId"
    WHERE NOT EXISTS (SELECT FROM "ScenarioAnswer" a JOIN "MentorNomination" n ON n.id = a."nominationId"
      JOIN "MentorList" l ON l.id = n."listId" WHERE a."scenarioId" = s.id AND l."cohortId" = c.id) LIMIT 1;
  INSERT INTO rate_limit (key, points) VALUES ('', 1);
  INSERT INTO graphile_worker._private_job_queues (queue_name) VALUES ('one at a time');
  INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since) VALUES ('daily', now())`;

beforeAll(async () => {
  const ground = { ownerUrl: env.DATABASE_URL, applicationUrl: env.DATABASE_URL, embedded: false };
  const own = { AUTH_SECRET: env.AUTH_SECRET, DEMO_PASSWORD: "four-green-bicycles" };
  const stop = async () => undefined;
  await tellStory({ ...ground, stop }, settingsFor({ ...ground, stop }, 3000, own), () => undefined);
  await asOwner(rest);
  await backUp(env.DATABASE_URL, join(folder, "taken"));
  await ask(`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD 'four-green-bicycles'`, serverUrl);
  await ask(`GRANT ridealong_app TO ${owner} WITH ADMIN OPTION`, serverUrl);
  // Who is no superuser gives a database only to a role of theirs.
  await ask(`GRANT ${owner} TO CURRENT_USER`, serverUrl);
}, 120_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, serverUrl);
  await ask(`DROP ROLE ${owner}`, serverUrl);
});

beforeEach(async () => {
  await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, serverUrl);
  await ask(`CREATE DATABASE ${name} OWNER ${owner}`, serverUrl);
});

test("a backup brings every row of every table back, and all that holds them", async () => {
  expect(await restore(blank, blank, join(folder, "taken"))).toMatch(/The audit trail is whole\.$/);
  expect(await ask(tables)).toEqual(await asOwner(tables));
  for (const { name: table } of await asOwner(tables)) {
    const rows = await asOwner(rowsOf(table));
    expect(rows, `${table} is part of the proof`).not.toEqual([]);
    expect(await ask(rowsOf(table)), table).toEqual(rows);
  }
  expect(await ask(rules)).toEqual(await asOwner(rules));
  expect(await ask(`SELECT audit_broken_at() AS "at"`)).toEqual([{ at: null }]);
});

test("a database that holds something is left alone", async () => {
  await restore(blank, blank, join(folder, "taken"));
  await expect(restore(blank, blank, join(folder, "taken"))).rejects.toThrow(/not empty.+left alone/);
});

test("a backup that was changed or broken off brings nothing, and a whole one can follow it", async () => {
  const other = join(folder, "spoilt");
  await backUp(env.DATABASE_URL, other);
  appendFileSync(join(other, "public.rate_limit.jsonl"), `"(other,2,)"\n`);
  await expect(restore(blank, blank, other)).rejects.toThrow(
    "public.rate_limit.jsonl is not what the backup wrote",
  );
  expect(await ask(`SELECT FROM "Person"`)).toEqual([]);
  rmSync(join(other, "backup.json"));
  await expect(restore(blank, blank, other)).rejects.toThrow("not finished");
  await restore(blank, blank, join(folder, "taken"));
});

test("a backup of another version is named and brings nothing", async () => {
  const other = join(folder, "newer");
  await backUp(env.DATABASE_URL, other);
  const file = join(other, "backup.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...manifest, migration: "29990101000000_later" }));
  await expect(restore(blank, blank, other)).rejects.toThrow(
    /29990101000000_later.+restore it with the version/,
  );
  expect(await ask(tables)).toEqual([]);
});

test("a backup is never written over another", async () => {
  const before = readdirSync(join(folder, "taken"));
  await expect(backUp(env.DATABASE_URL, join(folder, "taken"))).rejects.toThrow("is not empty");
  expect(readdirSync(join(folder, "taken"))).toEqual(before);
});
