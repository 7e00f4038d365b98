import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { schemaFiles } from "./generate";
import { root } from "./root";
import { EngineAdapter } from "./schema-engine-adapter";

const nothingExternal = { externalTables: [], externalEnums: [] };
const migrations = join(root, "prisma/migrations");

let loaded: Promise<typeof import("@prisma/schema-engine-wasm/schema_engine_bg")> | undefined;

/** Prisma's schema engine as WebAssembly: the native one would have to be downloaded. */
async function loadEngine() {
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const code = readFileSync(join(file, "../schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": withoutWaiting(glue) });
  const registry = { set_message: (message: string) => console.error(message) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The engine leaves a timer of ten seconds behind, for which no command should have to wait. */
function withoutWaiting(glue: object) {
  const wait = (deed: () => void, milliseconds: number) => setTimeout(deed, milliseconds).unref();
  const timers = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout_"));
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, wait])) } as WebAssembly.ModuleImports;
}

async function withEngine<T>(adapter: EngineAdapter, deed: (engine: SchemaEngine) => Promise<T>) {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const log = () => undefined;
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  try {
    const engine = await SchemaEngine.new({ datamodels: schemaFiles() }, log, bound);
    return await deed(engine).finally(() => engine.free());
  } finally {
    await adapter.close();
  }
}

/** The migrations of a folder, oldest first, as [name, script]. */
function readMigrations(folder: string): [name: string, script: string][] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = entries.map((entry) => entry.name).sort();
  return names.map((name) => [name, readFileSync(join(folder, name, "migration.sql"), "utf8")]);
}

function migrationList(folder: string): MigrationList {
  const lock = join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations(folder).map(([path, script]) => ({
      path,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}

/** Applies what is missing, each migration whole or not at all. Gives the names of those it applied. */
export async function applyMigrations(ownerUrl: string, folder = migrations) {
  const adapter = new EngineAdapter(ownerUrl, new Set(readMigrations(folder).map(([, script]) => script)));
  try {
    return await withEngine(adapter, async (engine) => {
      const done = await engine.applyMigrations({
        migrationsList: migrationList(folder),
        filters: nothingExternal,
      });
      return done.appliedMigrationNames;
    });
  } catch (error) {
    const reason = adapter.failure ?? (error as Error);
    throw new Error(`A migration failed and was undone: ${reason.message}`, { cause: reason });
  }
}

/** How the history in the database compares with the migrations folder. */
export async function diagnoseMigrations(ownerUrl: string, folder = migrations) {
  return withEngine(new EngineAdapter(ownerUrl), (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(folder),
      optInToShadowDatabase: false,
      filters: nothingExternal,
    }),
  );
}

const bareSchema = `
generator client {
  provider = "prisma-client"
  output   = "./nowhere"
}
datasource db {
  provider = "postgresql"
}
`;

/**
 * The SQL that leads from the schema of a database to the Prisma schema; empty when they agree. What Prisma cannot
 * say (checks, exclusions, triggers, functions) is the migrations' own and no difference.
 */
export async function sqlToSchema(ownerUrl: string) {
  const target = (files: { path: string; content: string }[]): DiffTarget => ({
    tag: "schemaDatamodel",
    files,
  });
  return withEngine(new EngineAdapter(ownerUrl), async (engine) => {
    const found = await engine.introspect({
      schema: { files: [{ path: join(root, "found.prisma"), content: bareSchema }] },
      baseDirectoryPath: root,
      force: true,
      compositeTypeDepth: -1,
      namespaces: null,
    });
    const { stdout } = await engine.diff({
      from: target(found.schema.files),
      to: target(schemaFiles().map(([path, content]) => ({ path, content }))),
      script: true,
      exitCode: null,
      filters: nothingExternal,
    });
    const sql = (stdout ?? "").trim();
    return sql.includes("This is an empty migration") ? "" : sql;
  });
}
