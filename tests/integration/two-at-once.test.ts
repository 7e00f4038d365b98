import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { may } from "@/lib/permissions";
import { asOwner, rememberDatabase, resetDatabase } from "../support/database";
import { everyDeed } from "../support/deeds";
import { mondayMorning } from "../support/rows";
import { aWorld, kinds, relationsOf, type World } from "../support/world";

describe("a deed that is pressed twice at once is done, or refused in words, each time", () => {
  let world: World;
  let putBack: () => Promise<unknown>;

  beforeAll(async () => {
    await resetDatabase();
    clock.set(mondayMorning);
    world = await aWorld();
    putBack = await rememberDatabase();
  });

  beforeEach(() => putBack());

  it.each(everyDeed)("%s, about: %s", async (row, about, deed) => {
    const kind = kinds.find((one) => world.actors.get(one) && may(new Set(relationsOf(one, about)), row));
    const by = kind && world.actors.get(kind);
    if (!by) return;
    const both = await Promise.allSettled([deed.run(world, by, db), deed.run(world, by, db)]);
    const defects = both.flatMap((one) =>
      one.status === "rejected" && !(one.reason instanceof UserError) ? [one.reason] : [],
    );
    expect(defects).toEqual([]);
    expect(await asOwner("SELECT audit_broken_at()")).toEqual([{ audit_broken_at: null }]);
  });
});
