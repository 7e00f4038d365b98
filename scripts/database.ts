import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { backUp, restore } from "./backup";
import { findDrift } from "./drift";
import { defaultData, emptyDatabase, openGround } from "./ground";
import { migrate, migrationStatus } from "./migrate";
import { root } from "./root";

const usage = `npm run db:new <name>      write a migration that leads to the Prisma schema
npm run db:apply           apply the migrations that are missing
npm run db:status          say which are applied and which are missing
npm run db:reset [-- --yes]  delete everything and apply all migrations again
npm run db:backup -- <folder>   write everything to a new folder
npm run db:restore -- <folder>  bring such a folder into a database that holds nothing yet`;

/** Writes the next migration. The enums of Prisma's SQL come with a transaction of their own, which ours replaces. */
async function writeMigration(name: string | undefined) {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error("Give the migration a name of small letters, digits and _: npm run db:new add_rooms");
  }
  const drift = await findDrift();
  if (!drift) return "The migrations already lead to the Prisma schema: there is nothing to write.";
  const sql = drift.replace(/^(BEGIN|COMMIT);\n/gm, "");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join("prisma/migrations", `${stamp}_${name}`);
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, "migration.sql"), `${sql.trim()}\n`);
  return `${folder}/migration.sql is written. Read it, add what Prisma cannot say, then: npm run db:apply`;
}

async function status(ownerUrl: string) {
  const { missing, unknown, edited, interrupted } = await migrationStatus(ownerUrl);
  const lines = [
    ...missing.map((name) => `missing      ${name}`),
    ...interrupted.map((name) => `interrupted  ${name} (it was undone; the next db:apply runs it again)`),
    ...edited.map((name) => `changed      ${name} (its file is not the one that was applied)`),
    ...unknown.map((name) => `unknown      ${name} (applied here by a newer version)`),
  ];
  return lines.length ? lines.join("\n") : "The database is up to date.";
}

async function apply(ownerUrl: string, applicationUrl: string) {
  const applied = await migrate(ownerUrl, applicationUrl);
  return applied.length
    ? applied.map((name) => `applied  ${name}`).join("\n")
    : "The database is up to date.";
}

async function reset(ownerUrl: string, applicationUrl: string) {
  const { hostname, pathname } = new URL(ownerUrl);
  const name = pathname.slice(1);
  if (!process.argv.includes("--yes")) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(
      `This deletes everything in ${name} on ${hostname}. Type ${name} to go on: `,
    );
    terminal.close();
    if (answer.trim() !== name) return "Nothing was deleted.";
  }
  await emptyDatabase(ownerUrl);
  return apply(ownerUrl, applicationUrl);
}

function folderIn(name: string | undefined) {
  if (!name) throw new Error(`Name the folder of the backup.\n${usage}`);
  return resolve(name);
}

async function main() {
  const [command, name] = process.argv.slice(2);
  if (command === "new") return writeMigration(name);
  const deeds: Record<string, (ownerUrl: string, applicationUrl: string) => Promise<string>> = {
    status,
    apply,
    reset,
    backup: (ownerUrl) => backUp(ownerUrl, folderIn(name)),
    restore: (ownerUrl, applicationUrl) => restore(ownerUrl, applicationUrl, folderIn(name)),
  };
  const deed = command ? deeds[command] : undefined;
  if (!deed) return usage;
  const ground = await openGround(defaultData);
  try {
    return await deed(ground.ownerUrl, ground.applicationUrl);
  } finally {
    await ground.stop();
  }
}

try {
  console.log(await main());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
