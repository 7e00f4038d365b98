import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "./migrate";
import { root } from "./root";

/**
 * A backup is a folder: a file for each table, and `backup.json`, which is written last and says what has to be there.
 * A line of a file is one row as PostgreSQL writes it, every value exactly as it is, within a JSON string.
 */
type Table = { name: string; file: string; shape: string; columns: string };
type Saved = Table & { rows: number; sha256: string };
type Sequence = { name: string; last: string | null };
type Backup = { migration: string; takenAt: string; tables: Saved[]; sequences: Sequence[] };

const batch = 500;
/** What a migrated database holds before anybody has written to it. */
const bookkeeping = ["public._prisma_migrations", "graphile_worker.migrations"];

async function connected<T>(ownerUrl: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // What a row is written as must not depend on how a server is set.
    await client.query("SET datestyle = ISO; SET intervalstyle = postgres; SET timezone = 'UTC'");
    return await deed(client);
  } finally {
    await client.end();
  }
}

/** All tables, of the job queue too: messages that wait to be sent are part of what is kept. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(
    `SELECT format('%I.%I', nspname, relname) AS name, nspname || '.' || relname || '.jsonl' AS file,
            string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum) AS shape,
            string_agg(quote_ident(attname), ', ' ORDER BY attnum) FILTER (WHERE attgenerated = '') AS columns
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
     WHERE relkind = 'r' AND nspname IN ('public', 'graphile_worker') GROUP BY nspname, relname ORDER BY nspname, relname`,
  );
  return rows;
}

async function saveTable(client: pg.Client, folder: string, table: Table): Promise<Saved> {
  const file = await open(join(folder, table.file), "wx", 0o600);
  const hash = createHash("sha256");
  let saved = 0;
  await client.query(
    `DECLARE reading CURSOR FOR SELECT whole_row::text AS line FROM ${table.name} AS whole_row`,
  );
  for (;;) {
    const { rows } = await client.query(`FETCH ${batch} FROM reading`);
    if (rows.length === 0) break;
    const text = rows.map(({ line }) => `${JSON.stringify(line)}\n`).join("");
    hash.update(text);
    await file.writeFile(text);
    saved += rows.length;
  }
  await client.query("CLOSE reading");
  await file.sync();
  await file.close();
  return { ...table, rows: saved, sha256: hash.digest("hex") };
}

/** Writes a whole database to a folder, as it is at one moment, while people go on working. */
export async function backUp(ownerUrl: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length)
    throw new Error(`${folder} is not empty: give a backup a folder of its own.`);
  const backup = await connected(ownerUrl, async (client): Promise<Backup> => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables: Saved[] = [];
    for (const table of await tablesOf(client)) tables.push(await saveTable(client, folder, table));
    const { rows: migrations } = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1 DESC LIMIT 1",
    );
    // After the tables: numbers that were given out meanwhile are passed over, and none comes a second time.
    const { rows: sequences } = await client.query(
      `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last FROM pg_sequences
       WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
    );
    const takenAt = new Date().toISOString();
    return { migration: migrations[0].migration_name, takenAt, tables, sequences };
  });
  await writeFile(join(folder, "backup.json"), JSON.stringify(backup, null, 2), { mode: 0o600 });
  const rows = backup.tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${backup.tables.length} tables are in ${folder}. Keep AUTH_SECRET and the other settings with it.`;
}

async function readBackup(folder: string): Promise<Backup> {
  const text = await readFile(join(folder, "backup.json"), "utf8").catch(() => {
    throw new Error(`${folder} holds no backup, or one that was not finished.`);
  });
  const backup: Backup = JSON.parse(text);
  const names = await readdir(join(root, "prisma/migrations"));
  const last = names
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1);
  if (backup.migration !== last) {
    throw new Error(
      `This backup ends with migration ${backup.migration}, and this version with ${last}: restore it with the version that took it, then upgrade.`,
    );
  }
  return backup;
}

async function refuseFilled(client: pg.Client) {
  for (const { name } of await tablesOf(client)) {
    if (bookkeeping.includes(name)) continue;
    const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`);
    if (rowCount) throw new Error(`This database is not empty, ${name} holds rows: it is left alone.`);
  }
}

async function* linesOf(file: string, hash: Hash) {
  let rest = "";
  for await (const piece of createReadStream(file, "utf8")) {
    hash.update(piece);
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as string;
  }
}

async function fillTable(client: pg.Client, folder: string, { name, file, columns, ...saved }: Saved) {
  const hash = createHash("sha256");
  let rows: string[] = [];
  const write = async () => {
    await client.query(
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM unnest($1::${name}[])`,
      [rows],
    );
    rows = [];
  };
  for await (const row of linesOf(join(folder, file), hash)) {
    if (rows.push(row) === batch) await write();
  }
  await write();
  if (hash.digest("hex") !== saved.sha256) throw new Error(`${file} is not what the backup wrote.`);
}

/**
 * Rows that were all true together are written table by table: what looks from one table into another waits until all
 * are there. Foreign keys are made anew, which proves every row again; triggers would seal the audit trail a second time.
 */
async function withoutReferences(client: pg.Client, tables: Table[], deed: () => Promise<void>) {
  const { rows: keys } = await client.query(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop",
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "add"
     FROM pg_constraint WHERE contype = 'f' AND connamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
  );
  for (const key of keys) await client.query(key.drop);
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await deed();
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const key of keys) await client.query(key.add);
}

async function fill(client: pg.Client, folder: string, backup: Backup) {
  const tables = await tablesOf(client);
  const shapes = (of: Table[]) => of.map(({ name, shape }) => `${name} (${shape})`).join("\n");
  if (shapes(tables) !== shapes(backup.tables)) {
    throw new Error(
      "The tables of this backup are not those of this version: restore it with the one that took it.",
    );
  }
  await withoutReferences(client, tables, async () => {
    await client.query(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
    for (const table of backup.tables) await fillTable(client, folder, table);
  });
  for (const { name, last } of backup.sequences) {
    await client.query("SELECT setval($1::regclass, coalesce($2::bigint, 1), $2::bigint IS NOT NULL)", [
      name,
      last,
    ]);
  }
}

/** Brings a backup into a database that holds nothing yet: all of it, or nothing. */
export async function restore(ownerUrl: string, applicationUrl: string, folder: string): Promise<string> {
  const backup = await readBackup(folder);
  await connected(ownerUrl, refuseFilled);
  await migrate(ownerUrl, applicationUrl);
  return connected(ownerUrl, async (client) => {
    await client.query("BEGIN");
    await fill(client, folder, backup);
    const { rows: chain } = await client.query(`SELECT audit_broken_at() AS "at"`);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    const trail = chain[0].at ? `broken at record ${chain[0].at}, as it was` : "whole";
    return `The database is as it was at ${backup.takenAt}. The audit trail is ${trail}.`;
  });
}
