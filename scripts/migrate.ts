import { runMigrations } from "graphile-worker";
import pg from "pg";
import { applyMigrations, diagnoseMigrations } from "./schema-engine";
import { forgetInterrupted } from "./schema-engine-adapter";

/** One number for everyone who migrates: PostgreSQL lets one at a time hold it. */
const lock = 7_226_410_411;

/**
 * Brings a database up to date: the job queue's own tables first, then our migrations. Of several servers that
 * start at once one migrates and the others wait for it. Safe to kill at any moment and to run again.
 * `applicationUrl` is what the application will connect with; where that is another user than the owner, it is
 * let into the application's role. `folder` is for tests of their own migrations. Gives the names of the migrations it applied.
 */
export async function migrate(ownerUrl: string, applicationUrl = ownerUrl, folder?: string) {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await runMigrations({ connectionString: ownerUrl, noHandleSignals: true });
    const history = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS "table"`);
    if (history.rows[0].table) await client.query(forgetInterrupted);
    const applied = await applyMigrations(ownerUrl, folder);
    await admitApplication(client, applicationUrl);
    return applied;
  } finally {
    await client.end();
  }
}

/** The application may be given a login of its own, which owns nothing: it works in the role `ridealong_app`. */
async function admitApplication(client: pg.Client, applicationUrl: string) {
  const user = decodeURIComponent(new URL(applicationUrl).username);
  // From PostgreSQL 16 on, who is in a role may still not be allowed to act in it.
  const { rows: server } = await client.query(
    "SELECT current_setting('server_version_num')::int >= 160000 AS \"tells\"",
  );
  const { tells } = server[0];
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ridealong_app')
        AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)
        AND NOT pg_has_role($1, 'ridealong_app', $2) AS "missing"`,
    [user, tells ? "SET" : "MEMBER"],
  );
  if (!rows[0].missing) return;
  const grant = `GRANT ridealong_app TO ${client.escapeIdentifier(user)}`;
  await client.query(tells ? `${grant} WITH SET TRUE` : grant);
}

/** What a person asks of the database's history: applied, missing, and changed after it was applied. */
export async function migrationStatus(ownerUrl: string, folder?: string) {
  const { history, editedMigrationNames, failedMigrationNames } = await diagnoseMigrations(ownerUrl, folder);
  const missing = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
  const unknown = history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
  return { missing, unknown, edited: editedMigrationNames, interrupted: failedMigrationNames };
}
