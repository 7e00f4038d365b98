import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { createDatabase, startPostgres } from "./postgres";
import { root } from "./root";

/** The database that a command works on, and how to leave it. */
export type Ground = { ownerUrl: string; applicationUrl: string; embedded: boolean; stop(): Promise<void> };

/** What is made up once for a data folder and kept there: it never leaves this machine. */
type Secrets = { authSecret: string; demoPassword: string; databasePassword: string };

export const defaultData = join(root, ".data");

/** The secrets of a data folder, made on first use and readable by their owner alone. */
export function secretsOf(folder: string): Secrets {
  const file = join(resolve(folder), "secrets.json");
  mkdirSync(resolve(folder), { recursive: true });
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets: Secrets = {
    authSecret: known.authSecret ?? randomBytes(48).toString("base64"),
    demoPassword: known.demoPassword ?? `ride-along-${randomBytes(4).toString("hex")}`,
    databasePassword: known.databasePassword ?? randomBytes(24).toString("hex"),
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/**
 * The database named by DATABASE_URL (and DATABASE_OWNER_URL where the application has a login of its own), or the
 * embedded one of a data folder. There the application gets its own login, which owns nothing, as in production.
 */
export async function openGround(folder: string, mode: "durable" | "careless" = "durable"): Promise<Ground> {
  const given = process.env.DATABASE_URL;
  if (given) {
    const ownerUrl = process.env.DATABASE_OWNER_URL || given;
    return { ownerUrl, applicationUrl: given, embedded: false, stop: async () => undefined };
  }
  const postgres = await startPostgres(folder, mode);
  await createDatabase(postgres, "ridealong");
  const ownerUrl = postgres.url("ridealong");
  const applicationUrl = await applicationLogin(ownerUrl, secretsOf(folder).databasePassword);
  return { ownerUrl, applicationUrl, embedded: true, stop: postgres.stop };
}

/** Makes the login that the application gets on a server of ours, and gives the address to use it with. */
export async function applicationLogin(ownerUrl: string, password: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'ridealong'");
  const verb = found.rowCount ? "ALTER" : "CREATE";
  await client.query(`${verb} ROLE ridealong LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  await client.end();
  return Object.assign(new URL(ownerUrl), { username: "ridealong", password }).href;
}

/** Deletes everything in a database: tables, people, jobs. Migrations start again from nothing. */
export async function emptyDatabase(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    "DROP SCHEMA IF EXISTS public CASCADE; DROP SCHEMA IF EXISTS graphile_worker CASCADE; CREATE SCHEMA public",
  );
  await client.end();
}
