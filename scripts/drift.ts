import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "./migrate";
import { createDatabase, startTemporaryPostgres } from "./postgres";
import { sqlToSchema } from "./schema-engine";

/**
 * The SQL that the migrations lack to arrive at the Prisma schema; empty when they arrive there. All migrations are
 * applied to a new database on a server of its own, which is gone afterwards. Partial indexes and indexes over
 * expressions belong to the migrations alone: Prisma cannot say them, and they are left out of the comparison.
 */
export async function findDrift() {
  const postgres = await startTemporaryPostgres();
  try {
    await createDatabase(postgres, "drift");
    const url = postgres.url("drift");
    await migrate(url);
    await dropOwnIndexes(url);
    return await sqlToSchema(url);
  } finally {
    await postgres.stop();
  }
}

async function dropOwnIndexes(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT format('DROP INDEX %s', indexrelid::regclass) AS "drop" FROM pg_index
     JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
     LEFT JOIN pg_constraint ON conindid = indexrelid
     WHERE nspname = 'public' AND pg_constraint.oid IS NULL AND (indpred IS NOT NULL OR indexprs IS NOT NULL)`,
  );
  for (const { drop } of rows) await client.query(drop);
  await client.end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = await findDrift();
  if (missing) {
    console.error(
      `The migrations do not lead to the Prisma schema. They lack this (npm run db:new):\n\n${missing}`,
    );
  }
  process.exitCode = missing ? 1 : 0;
}
