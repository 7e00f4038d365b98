import { afterAll, beforeEach, expect, test } from "vitest";
import { setCapacity } from "@/lib/capacities/commands";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { getOwnNomination, getSupply } from "@/lib/mentors/queries";
import { decideNomination } from "@/lib/nominations/commands";
import { ids, recorded, refused, told } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage, settle } from "@/tests/support/pairing-stage";

const reason = "Two of the mentees share a desk with her";
let stage: PairingStage;
/** A program whose mentors have at most two mentees each, and a mentor with two places. */
beforeEach(async () => {
  stage = await aPairingStage({ cap: 2 });
});
afterAll(() => clock.run());

const set = (capacity: number, why = "") =>
  setCapacity(stage.actors.organizer, { nominationId: stage.nomination.id, capacity, reason: why });
const row = () => db.mentorNomination.findUniqueOrThrow({ where: { id: stage.nomination.id } });

test("an organizer lets one mentor have more than the program's cap, with a reason that stays visible", async () => {
  await expect(set(3)).rejects.toEqual(refused("capacities.refused.overCap"));
  await set(3, reason);
  expect(await row()).toMatchObject({ capacity: 3, overCapReason: reason });
  const [supply, own] = await Promise.all([
    getSupply(stage.actors.organizer, stage.cohort.id),
    getOwnNomination(stage.actors.mentor, stage.nomination.id),
  ]);
  expect(supply.floors[0]?.list?.nominations[0]?.overCapReason).toBe(reason);
  expect(own.overCapReason).toBe(reason);
  expect(await told("capacitySet")).toEqual(ids(stage.people.mentor, stage.people.manager));
  expect(await recorded("capacities.setCapacity")).toBe(1);
  const record = await db.auditRecord.findFirstOrThrow({ where: { action: "capacities.setCapacity" } });
  expect(record.data).toMatchObject({ reason, capacity: 3, cap: 2 });
});

test("the third mentee has a place then, and the fourth has none, however many are paired at once", async () => {
  await set(3, reason);
  const mentees = [stage.first, stage.second, ...(await aGroup(stage.cohort, 4))];
  const paired = await settle(mentees.map((mentee) => stage.pair(mentee)));
  expect(paired).toEqual({ done: 3, keys: ["pairings.refused.capacityFull"] });
  await expect(set(2)).rejects.toEqual(refused("mentors.refused.capacityTaken"));
});

test("the database refuses more than the cap without a reason, whoever writes it", async () => {
  const where = { id: stage.nomination.id };
  await expect(db.mentorNomination.update({ where, data: { capacity: 3 } })).rejects.toThrow(
    /nomination_capacity_cap/,
  );
  await set(3, reason);
  await expect(db.mentorNomination.update({ where, data: { overCapReason: "" } })).rejects.toThrow(
    /nomination_capacity_cap/,
  );
});

test("is the organizer's alone: a floor manager decides within the cap or leaves the number with its reason; both go together", async () => {
  const input = { nominationId: stage.nomination.id, capacity: 3, reason };
  await stage.refusesOthers((who) => setCapacity(who, input));
  await set(3, reason);
  await db.mentorList.updateMany({ data: { state: "REOPENED" } });
  const terms = { was: "APPROVED", decision: "APPROVED", kind: "LEAD", hoursPerWeek: 4 } as const;
  const decide = (capacity: number, hoursPerWeek: number = terms.hoursPerWeek) =>
    decideNomination(stage.actors.manager, {
      ...{ nominationId: stage.nomination.id, ...terms },
      ...{ capacity, hoursPerWeek },
    });
  await expect(decide(4)).rejects.toEqual(refused("mentors.refused.capacityRange"));
  await decide(3, 9);
  expect(await row()).toMatchObject({ capacity: 3, overCapReason: reason, hoursPerWeek: 9 });
  await decide(2);
  expect(await row()).toMatchObject({ capacity: 2, overCapReason: null });
  await set(1);
  expect(await row()).toMatchObject({ capacity: 1, overCapReason: null });
});
