import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { actorOf } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fromDatabase, NotFoundError, UserError } from "@/lib/errors";
import { may, type Permission, permissions } from "@/lib/permissions";
import { root } from "@/scripts/root";
import { resetDatabase } from "../support/database";
import { everyDeed, tries } from "../support/deeds";
import { mondayMorning } from "../support/rows";
import { aWorld, type Kind, kinds, relationsOf, type World } from "../support/world";

const isRead = (row: string) => /\.(see|check)[A-Z]/.test(row);
const rows = Object.keys(permissions) as Permission[];

/** Every exported action, as it is written: the name it is exported under and the row it asks for. */
function writtenActions(): { row: string; asksFor: string; file: string }[] {
  const lib = join(root, "lib");
  const nouns = readdirSync(lib, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return nouns.flatMap(({ name: noun }) => {
    if (!readdirSync(join(lib, noun)).includes("actions.ts")) return [];
    const file = `lib/${noun}/actions.ts`;
    const text = readFileSync(join(root, file), "utf8");
    const exported = [...text.matchAll(/^export (?:const|function|async function) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const made = [...text.matchAll(/^export const (\w+) = (?:action|publicAction)\(\s*"([^"]+)"/gm)];
    expect(made.map(([, name]) => name)).toEqual(exported);
    return made.map(([, name, asksFor]) => ({ row: `${noun}.${name}`, asksFor: asksFor ?? "", file }));
  });
}

describe("the permission table", () => {
  it("has a row for every action, and no row without one", () => {
    const actions = writtenActions().map(({ row }) => row);
    expect(actions.sort()).toEqual(rows.filter((row) => !isRead(row)).sort());
  });

  it("is asked by every action for the row that has its name", () => {
    for (const { row, asksFor } of writtenActions()) expect(asksFor).toBe(row);
  });

  it("is behind every action that can be imported", async () => {
    for (const file of new Set(writtenActions().map((action) => action.file))) {
      const doors = (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>;
      const names = writtenActions().filter((action) => action.file === file);
      expect(Object.keys(doors).sort()).toEqual(names.map(({ row }) => row.split(".")[1]).sort());
      for (const door of Object.values(doors)) expect(door).toBeTypeOf("function");
    }
  });

  it("is tried in every row", () => {
    expect(Object.keys(tries).sort()).toEqual(rows.filter((row) => !isRead(row)).sort());
  });
});

class Undo extends Error {}

/** Whether somebody gets past the table: what they did is undone, and a rule that says no is past the table too. */
async function getsThrough(run: (on: Tx) => Promise<unknown>): Promise<boolean> {
  try {
    await db.$transaction(
      async (tx) => {
        await run(tx);
        throw new Undo();
      },
      { timeout: 10_000 },
    );
  } catch (error) {
    const known = fromDatabase(error);
    if (known instanceof NotFoundError) return false;
    if (known instanceof Undo || known instanceof UserError) return true;
    throw error;
  }
  throw new Error("the try was not undone");
}

describe("every deed, tried by every kind of person, follows the table", () => {
  let world: World;
  let before: number[];
  const howMany = () =>
    Promise.all([db.message.count(), db.auditRecord.count(), db.certificate.count(), db.cohort.count()]);

  beforeAll(async () => {
    await resetDatabase();
    clock.set(mondayMorning);
    world = await aWorld();
    before = await howMany();
  });

  it.each(everyDeed)("%s, about: %s", async (row, about, deed) => {
    const through: Kind[] = [];
    for (const kind of kinds) {
      const by = world.actors.get(kind);
      if (by && (await getsThrough((on) => deed.run(world, by, on)))) through.push(kind);
    }
    expect(through).toEqual(kinds.filter((kind) => may(new Set(relationsOf(kind, about)), row)));
  });

  it("leaves nothing behind", async () => {
    expect(await howMany()).toEqual(before);
  });

  it("is nobody's who was deactivated", async () => {
    expect(await actorOf(db, world.gone.id)).toBeNull();
    expect(await actorOf(db, world.people.organizer.id)).not.toBeNull();
  });
});
