import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromDatabase, UserError } from "@/lib/errors";
import { root } from "@/scripts/root";

test("each refusal that a migration gives a name has a sentence", () => {
  const folder = join(root, "prisma/migrations");
  const migrations = readdirSync(folder).filter((name) => /^\d/.test(name));
  const sql = migrations.map((name) => readFileSync(join(folder, name, "migration.sql"), "utf8")).join("\n");
  const names = [...new Set([...sql.matchAll(/\brefuse\('(\w+)'/g)].map(([, name]) => name))];
  const said = (name: string | undefined) =>
    fromDatabase({ cause: { originalMessage: `refused by constraint "${name}": in words` } });
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !(said(name) instanceof UserError))).toEqual([]);
});
