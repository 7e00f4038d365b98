import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./root";

const output = join(root, "prisma/generated");
const stampFile = join(output, ".schema-hash");

/** Every file of the Prisma schema as [path, text], sorted, so that all tools read the very same thing. */
export function schemaFiles(): [string, string][] {
  const models = join(root, "prisma/models");
  const names = existsSync(models) ? readdirSync(models).filter((name) => name.endsWith(".prisma")) : [];
  const paths = [join(root, "prisma/schema.prisma"), ...names.sort().map((name) => join(models, name))];
  return paths.map((path) => [path, readFileSync(path, "utf8")]);
}

/**
 * Writes the Prisma client into prisma/generated when the schema has changed since the last time, or when it
 * is not there. Prisma wants to download a schema engine before it does anything, although `generate` never
 * runs it: naming any executable as that engine spares the download.
 */
export function generate() {
  const hash = createHash("sha256").update(JSON.stringify(schemaFiles()));
  hash.update(readFileSync(join(root, "node_modules/prisma/package.json")));
  const stamp = hash.digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  rmSync(stampFile, { force: true });
  const prisma = join(root, "node_modules/prisma/build/index.js");
  const run = spawnSync(process.execPath, [prisma, "generate", "--schema", join(root, "prisma")], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  });
  if (run.status !== 0) throw new Error(`The Prisma client was not generated.\n${run.stdout}${run.stderr}`);
  mkdirSync(output, { recursive: true });
  writeFileSync(stampFile, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate();
