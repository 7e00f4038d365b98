import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { addFloor, renameFloor, setFloorManagers } from "@/lib/floors/commands";
import { floorNames, getFloor, listFloors, managerChoices } from "@/lib/floors/queries";
import { resetDatabase } from "../support/database";
import { everyKind } from "../support/kinds";
import { actor, aFloor, aPerson, mondayMorning } from "../support/rows";

const refusal = (key: string) => expect.objectContaining({ sentence: expect.objectContaining({ key }) });
const administrator = async () => actor(await aPerson({ grant: "ADMIN" }));
const managersOf = async (floorId: string) =>
  (await db.floorManager.findMany({ where: { floorId } })).map((manager) => manager.personId).sort();

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("adding and renaming a floor", () => {
  it("is done by an administrator and recorded; nobody else finds the way", async () => {
    const floor = await aFloor();
    for (const [kind, who] of await everyKind()) {
      if (kind === "administrator") {
        const { floorId } = await addFloor(who, { name: "Field sales" });
        expect(await getFloor(who, floorId)).toMatchObject({ name: "Field sales", people: 0 });
        await renameFloor(who, { floorId: floor.id, name: "Inside sales" });
      } else {
        await expect(addFloor(who, { name: kind }), kind).rejects.toThrow(NotFoundError);
        await expect(renameFloor(who, { floorId: floor.id, name: kind }), kind).rejects.toThrow(
          NotFoundError,
        );
        await expect(
          setFloorManagers(who, { floorId: floor.id, personIds: [who.personId], seen: [] }),
          kind,
        ).rejects.toThrow(NotFoundError);
      }
    }
    expect(
      (await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((one) => [one.action, one.data]),
    ).toEqual([
      ["floors.addFloor", { floor: "Field sales" }],
      ["floors.renameFloor", { floor: "Inside sales", before: floor.name }],
    ]);
  });

  it("refuses a name that another floor has, however it is spelt, also for two at once", async () => {
    const who = await administrator();
    const { floorId } = await addFloor(who, { name: "SMB" });
    await expect(addFloor(who, { name: "smb" })).rejects.toMatchObject({
      sentence: { key: "floors.refused.nameTaken" },
      field: "name",
    });
    const second = await addFloor(who, { name: "Enterprise" });
    await expect(renameFloor(who, { floorId: second.floorId, name: "Smb" })).rejects.toEqual(
      refusal("floors.refused.nameTaken"),
    );
    await renameFloor(who, { floorId, name: "smb" });
    const both = await Promise.allSettled([
      addFloor(who, { name: "Field" }),
      addFloor(who, { name: "Field" }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: refusal("floors.refused.nameTaken"),
    });
  });

  it("finds no floor that is not there", async () => {
    const who = await administrator();
    const floorId = crypto.randomUUID();
    await expect(renameFloor(who, { floorId, name: "Nowhere" })).rejects.toThrow(NotFoundError);
    await expect(setFloorManagers(who, { floorId, personIds: [], seen: [] })).rejects.toThrow(NotFoundError);
    await expect(getFloor(who, floorId)).rejects.toThrow(NotFoundError);
  });
});

describe("the managers of a floor", () => {
  it("are set as a whole and recorded by name", async () => {
    const [who, ana, ben] = [
      await administrator(),
      await aPerson({ name: "Ana" }),
      await aPerson({ name: "Ben" }),
    ];
    const floor = await aFloor([ana]);
    await setFloorManagers(who, { floorId: floor.id, personIds: [ben.id, ana.id], seen: [ana.id] });
    expect(await managersOf(floor.id)).toEqual([ana.id, ben.id].sort());
    await setFloorManagers(who, { floorId: floor.id, personIds: [], seen: [ana.id, ben.id] });
    expect(await managersOf(floor.id)).toEqual([]);
    expect((await db.auditRecord.findMany({ orderBy: { seq: "asc" } })).map((one) => one.data)).toEqual([
      { floor: floor.name, count: 2, managers: "Ana, Ben" },
      { floor: floor.name, count: 0, managers: "" },
    ]);
  });

  it("count at the next request, and no longer when they end", async () => {
    const [who, ana] = [await administrator(), await aPerson()];
    const floor = await aFloor();
    await expect(getFloor(await actor(ana), floor.id)).rejects.toThrow(NotFoundError);
    await setFloorManagers(who, { floorId: floor.id, personIds: [ana.id], seen: [] });
    expect((await getFloor(await actor(ana), floor.id)).managers).toEqual([
      { id: ana.id, name: ana.name, email: ana.email },
    ]);
    await setFloorManagers(who, { floorId: floor.id, personIds: [], seen: [ana.id] });
    await expect(getFloor(await actor(ana), floor.id)).rejects.toThrow(NotFoundError);
    expect(await listFloors(await actor(ana))).toEqual([]);
  });

  it("are not set over somebody else's change, also for two at once", async () => {
    const [who, ana, ben] = [await administrator(), await aPerson(), await aPerson()];
    const floor = await aFloor();
    const both = await Promise.allSettled(
      [ana, ben].map((one) => setFloorManagers(who, { floorId: floor.id, personIds: [one.id], seen: [] })),
    );
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: refusal("floors.refused.managersChanged"),
    });
    expect(await managersOf(floor.id)).toHaveLength(1);
  });

  it("are nobody who was deactivated or never was", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const gone = await aPerson({ deactivatedAt: mondayMorning });
    for (const personId of [gone.id, crypto.randomUUID()]) {
      await expect(
        setFloorManagers(who, { floorId: floor.id, personIds: [personId], seen: [] }),
      ).rejects.toEqual(refusal("floors.refused.managerGone"));
    }
  });

  it("are chosen from the floor's own people, or found by name or address", async () => {
    const who = await administrator();
    const floor = await aFloor();
    const own = await aPerson({ floorId: floor.id });
    const far = await aPerson({ name: "Zoë Far", email: "zoe@test.example" });
    await aPerson({ floorId: floor.id, deactivatedAt: mondayMorning });
    const ids = async (search?: string) => (await managerChoices(who, floor.id, search)).map((one) => one.id);
    expect(await ids()).toEqual([own.id]);
    expect(await ids("zoë")).toEqual([far.id]);
    expect(await ids("ZOE@TEST")).toEqual([far.id]);
    await expect(managerChoices(await actor(own), floor.id)).rejects.toThrow(NotFoundError);
  });
});

describe("seeing floors", () => {
  it("shows all to administrators and enablement managers, and a manager's own to that manager", async () => {
    const other = await aFloor();
    const kinds = await everyKind();
    const seen = await Promise.all(
      kinds.map(async ([kind, who]) => [
        kind,
        (await listFloors(who)).length,
        (await floorNames(who)).length,
      ]),
    );
    expect(seen.filter(([, count]) => count !== 0)).toEqual([
      ["administrator", 2, 2],
      ["organizer", 2, 2],
      ["other enablement manager", 2, 2],
      ["floor manager", 1, 1],
    ]);
    const manager = kinds.find(([kind]) => kind === "floor manager")?.[1];
    if (!manager) throw new Error("there is one of each kind");
    await expect(getFloor(manager, other.id)).rejects.toThrow(NotFoundError);
  });
});
