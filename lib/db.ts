import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { databaseCause, fromDatabase } from "@/lib/errors";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

export type Tx = Prisma.TransactionClient;
/** Either the pool or a transaction that is already open. */
export type Db = PrismaClient | Tx;

/** A connection keeps what it has prepared: past this many texts (long lists make ever new ones) nothing is added. */
const mostPrepared = 400;

/**
 * Names each text of a statement, so that a connection parses and plans it once instead of each time.
 * Without a name, an empty one, it is not kept.
 */
function namesOfStatements() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }) => {
    const name = names.get(sql) ?? (names.size < mostPrepared ? `s${names.size}` : "");
    if (name) names.set(sql, name);
    return name;
  };
}

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: env.DATABASE_URL,
      max: env.DATABASE_POOL,
      // Whoever signs in to the server, what runs here can read and write rows and nothing more.
      options: "-c role=ridealong_app",
      connectionTimeoutMillis: 3_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 20_000,
    },
    { statementNameGenerator: namesOfStatements() },
  );
  return new PrismaClient({ adapter });
}

const kept = globalThis as { ridealongDb?: PrismaClient };
// A development server loads this file again after each change: one pool is enough.
export const db: PrismaClient = kept.ridealongDb ?? connect();
kept.ridealongDb = db;

const deadlockOrSerialization = new Set(["40P01", "40001"]);

function mayBeRetried(error: unknown): boolean {
  const code = databaseCause(error)?.originalCode;
  return (
    (code !== undefined && deadlockOrSerialization.has(code)) ||
    (error as { code?: string })?.code === "P2034"
  );
}

/**
 * Runs a deed in one transaction: all of it or none of it. Joins when `on` is a transaction already, so that a command
 * can be part of another. A deadlock is tried again; a refusal of a named constraint becomes a UserError.
 */
export async function transaction<T>(on: Db, deed: (tx: Tx) => Promise<T>): Promise<T> {
  if (on !== db) return deed(on);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(deed, { maxWait: 4_000, timeout: 10_000 });
    } catch (error) {
      if (attempt < 4 && mayBeRetried(error)) continue;
      throw fromDatabase(error);
    }
  }
}
