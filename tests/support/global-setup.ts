import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migrate";
import { startTemporaryPostgres } from "@/scripts/postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** The server of this test run and the migrated database that each test file gets a copy of. */
    databases: { serverUrl: string; template: string };
  }
}

/** One PostgreSQL for the run: that of DATABASE_URL, where we only make databases of our own, or an embedded one. */
async function openServer() {
  const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (given) return { serverUrl: given, stop: async () => undefined };
  const postgres = await startTemporaryPostgres();
  return { serverUrl: postgres.url("postgres"), stop: postgres.stop };
}

async function ask(serverUrl: string, sql: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

export default async function setup(project: TestProject) {
  const { serverUrl, stop } = await openServer();
  const template = `ridealong_test_${process.pid}`;
  await ask(serverUrl, `CREATE DATABASE ${template}`);
  const address = new URL(serverUrl);
  address.pathname = template;
  await migrate(address.href);
  project.provide("databases", { serverUrl, template });
  return async () => {
    const mine = await ask(serverUrl, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`);
    for (const { datname } of mine.rows) await ask(serverUrl, `DROP DATABASE ${datname} WITH (FORCE)`);
    await stop();
  };
}
