import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { schemaFiles } from "./generate";
import { root } from "./root";

const nothingExternal = { externalTables: [], externalEnums: [] };

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks the body of a function, and sends the pieces
 * one by one, which leaves half of a migration behind when it is interrupted. Sent whole, PostgreSQL runs it as
 * one transaction. The mark that the migration is finished goes into that same transaction: whatever kills us,
 * a migration is either done and marked, or neither.
 */
class WholeScripts extends PrismaPg {
  failure: Error | undefined;
  private readonly opened: { dispose(): Promise<void> }[] = [];

  constructor(
    url: string,
    private readonly migrations: ReadonlySet<string>,
  ) {
    super({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  }

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => {
      const whole = this.migrations.has(script) ? `${claim};\n${script};\n${markFinished}` : script;
      try {
        await adapter.underlyingDriver().query(whole);
      } catch (error) {
        this.failure = error as Error;
        throw error;
      }
    };
    return adapter;
  }

  /** The engine leaves its connection open, and with it the lock under which it migrated. */
  async close() {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()));
  }
}

/** Only one migration is ever unfinished: migrating is locked, and what a killed run left is removed first. */
const unfinished = `"finished_at" IS NULL AND "rolled_back_at" IS NULL`;
const markFinished = `UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE ${unfinished}`;

/** PostgreSQL may go on with a script whose sender was killed: until it ends, nobody takes the row away. */
const claim = `SELECT FROM "_prisma_migrations" WHERE ${unfinished} FOR UPDATE`;

/** Removes what a killed run left: a row without an end, whose script was undone with its transaction. */
export const forgetInterrupted = `DELETE FROM "_prisma_migrations" WHERE ${unfinished}`;

/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
let engineCode: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

async function loadEngine() {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = readFileSync(join(file, "../schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const registry = { set_message: (message: string) => console.error(message) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

async function withEngine<T>(adapter: WholeScripts, deed: (engine: SchemaEngine) => Promise<T>) {
  engineCode ??= loadEngine();
  const { SchemaEngine } = await engineCode;
  const log = () => undefined;
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  try {
    const engine = await SchemaEngine.new({ datamodels: schemaFiles() }, log, bound);
    return await deed(engine).finally(() => engine.free());
  } finally {
    await adapter.close();
  }
}

/** The migrations of the project, oldest first, as the engine wants them. */
export function migrationList(): MigrationList {
  const folder = join(root, "prisma/migrations");
  const lock = join(folder, "migration_lock.toml");
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: read(path) } },
      })),
  };
}

const read = (migration: string) =>
  readFileSync(join(root, "prisma/migrations", migration, "migration.sql"), "utf8");

/** Applies what is missing, each migration whole or not at all. Gives the names of those it applied. */
export async function applyMigrations(ownerUrl: string) {
  const list = migrationList();
  const adapter = new WholeScripts(
    ownerUrl,
    new Set(list.migrationDirectories.map(({ path }) => read(path))),
  );
  try {
    return await withEngine(adapter, async (engine) => {
      const done = await engine.applyMigrations({ migrationsList: list, filters: nothingExternal });
      return done.appliedMigrationNames;
    });
  } catch (error) {
    const reason = adapter.failure ?? (error as Error);
    throw new Error(`A migration failed and was undone: ${reason.message}`, { cause: reason });
  }
}

/** How the history in the database compares with the migrations folder. */
export async function diagnoseMigrations(ownerUrl: string) {
  return withEngine(new WholeScripts(ownerUrl, new Set()), (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(),
      optInToShadowDatabase: false,
      filters: nothingExternal,
    }),
  );
}

/**
 * The SQL that leads from one Prisma schema (or from nothing) to the present one; empty when they are the same.
 * The engine wants a database to talk to although it neither reads nor changes anything there.
 */
export async function schemaSql(ownerUrl: string, from: [string, string][] | "nothing") {
  const target = (files: [string, string][]): DiffTarget => ({
    tag: "schemaDatamodel",
    files: files.map(([path, content]) => ({ path, content })),
  });
  const difference = await withEngine(new WholeScripts(ownerUrl, new Set()), (engine) =>
    engine.diff({
      from: from === "nothing" ? { tag: "empty" } : target(from),
      to: target(schemaFiles()),
      script: true,
      exitCode: null,
      filters: nothingExternal,
    }),
  );
  const sql = difference.stdout ?? "";
  return sql.includes("This is an empty migration") ? "" : sql;
}
