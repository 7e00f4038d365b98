import pg from "pg";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { readStory } from "@/scripts/company";

const { serverUrl, template } = inject("databases");
const name = `${template}_demo`;
const url = Object.assign(new URL(serverUrl), { pathname: name }).href;

async function ask(sql: string, on = url) {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

const add = (email: string, password: string | null) =>
  ask(`INSERT INTO "Person" (id, name, email, "timeZone", "passwordHash", "createdAt")
       VALUES (gen_random_uuid(), 'Somebody', '${email}', 'UTC', ${password && `'${password}'`}, now())`);

describe("the demo takes a database", () => {
  beforeEach(async () => {
    await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, serverUrl);
    await ask(`CREATE DATABASE ${name} TEMPLATE ${template}`, serverUrl);
  });

  test("that holds nobody, or its own story, begun or told", async () => {
    expect(await readStory(url)).toBe("nothing");
    await add("admin@ridealong.example", null);
    expect(await readStory(url)).toBe("half");
    await ask(`UPDATE "Person" SET "passwordHash" = 'x'`);
    expect(await readStory(url)).toBe("all");
  });

  test("and leaves alone one in which somebody works", async () => {
    await add("grace@company.example", "x");
    await expect(readStory(url)).rejects.toThrow("people who are not those of the demo");
    await add("admin@ridealong.example", null);
    await expect(readStory(url)).rejects.toThrow("people who are not those of the demo");
  });

  test("and leaves alone one that is not Ridealong's", async () => {
    await ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE invoices (id int)");
    await expect(readStory(url)).rejects.toThrow("holds something else");
    await ask("DROP TABLE invoices");
    expect(await readStory(url)).toBe("nothing");
  });

  test("whose migration was killed, and not another product's with people of its own", async () => {
    await ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE _prisma_migrations (id text)");
    expect(await readStory(url)).toBe("nothing");
    await ask(`CREATE TABLE "Person" (id int, email text, "passwordHash" text)`);
    await expect(readStory(url)).rejects.toThrow("holds something else");
  });
});
