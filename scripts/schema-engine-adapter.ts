import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** Only one migration is ever unfinished: migrating is locked, and what a killed run left is removed first. */
const unfinished = `"finished_at" IS NULL AND "rolled_back_at" IS NULL`;
const markFinished = `UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE ${unfinished}`;

/** PostgreSQL may go on with a script whose sender was killed: until it ends, nobody takes the row away. */
const claim = `SELECT FROM "_prisma_migrations" WHERE ${unfinished} FOR UPDATE`;

/** Removes what a killed run left: a row without an end, whose script was undone with its transaction. */
export const forgetInterrupted = `DELETE FROM "_prisma_migrations" WHERE ${unfinished}`;

/** PostgreSQL's own one-letter type of its catalogs, which Prisma's adapter does not know, and one that it does. */
const letter = 18;
const text = 1042;

/**
 * Prisma's adapter, mended in two places for the schema engine.
 *
 * Scripts: it cuts them at every semicolon, which breaks the body of a function, and sends the pieces one by one,
 * which leaves half of a migration behind when it is interrupted. Sent whole, PostgreSQL runs it as one transaction.
 * The mark that the migration is finished goes into that same transaction: whatever kills us, a migration is
 * either done and marked, or neither.
 *
 * Letters: it refuses the columns of PostgreSQL's catalogs that hold one letter, and without them the engine
 * cannot read the schema of a database.
 */
export class EngineAdapter extends PrismaPg {
  failure: Error | undefined;
  private readonly pool: pg.Pool;
  private readonly letters = new WeakMap<object, number[]>();

  constructor(
    url: string,
    private readonly migrations: ReadonlySet<string> = new Set(),
  ) {
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
    super(pool);
    this.pool = pool;
    this.rememberLetters();
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = (script) => this.runWhole(script);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of this.letters.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }

  /** The engine leaves its connection open, and with it the lock under which it migrated. */
  async close() {
    await this.pool.end();
  }

  private async runWhole(script: string) {
    const whole = this.migrations.has(script) ? `${claim};\n${script}\n;\n${markFinished}` : script;
    try {
      await this.pool.query(whole);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
  }

  private rememberLetters() {
    const query = this.pool.query.bind(this.pool) as (...given: unknown[]) => Promise<pg.QueryArrayResult>;
    const remembering = async (...given: unknown[]) => {
      const result = await query(...given);
      const found: number[] = [];
      for (const [column, field] of result.fields?.entries() ?? []) {
        if (field.dataTypeID !== letter) continue;
        field.dataTypeID = text;
        found.push(column);
      }
      if (found.length) this.letters.set(result.rows, found);
      return result;
    };
    this.pool.query = remembering as typeof this.pool.query;
  }
}
