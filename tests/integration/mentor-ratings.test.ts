import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addDays, instantAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { fromDatabase, NotFoundError } from "@/lib/errors";
import { pairingHistory } from "@/lib/history/queries";
import { rateMentor } from "@/lib/mentor-ratings/commands";
import { pairingRating } from "@/lib/mentor-ratings/queries";
import { getMentorRecords } from "@/lib/pairings/queries";
import { averageRating } from "@/lib/profiles/queries";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage, settle } from "@/tests/support/pairing-stage";
import {
  aCohort,
  actor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  mondayMorning,
} from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
  const { id } = stage.people.mentor;
  await db.person.update({ where: { id }, data: { floorId: stage.floor.id } });
});
afterAll(() => clock.run());

const day = 24 * 3_600_000;
const words = { score: 4, comment: "Took time for me." };
const rowOf = (pairingId: string) => db.mentorRating.findUniqueOrThrow({ where: { pairingId } });
const aPair = (state: Parameters<typeof aPairing>[2]) => aPairing(stage.first, stage.nomination, state);
const launched = (launchedAt = mondayMorning) =>
  db.cohort.update({ where: { id: stage.cohort.id }, data: { launchedAt } });
const ended = (id: string, endedAt: Date) => db.pairing.update({ where: { id }, data: { endedAt } });

/** The sentence that the database's own refusal of a rating becomes. */
async function refusedByDatabase(pairingId: string, given: { score?: number; comment?: string } = {}) {
  const at = clock.now();
  const data = { pairingId, ...words, ...given, createdAt: at, updatedAt: at };
  return db.mentorRating.create({ data }).then(
    () => "taken",
    (error: unknown) => (fromDatabase(error) as { sentence?: { key: string } }).sentence?.key,
  );
}

/** Refuses a pairing that has not run: by rule, and by the database when nobody asks the rule. */
async function refuses(pairingId: string) {
  const { mentee } = stage.actors;
  await expect(rateMentor(mentee, { pairingId, ...words })).rejects.toEqual(
    refused("mentor-ratings.refused.notRun"),
  );
  expect(await refusedByDatabase(pairingId)).toBe("mentor-ratings.refused.notRun");
  expect(await pairingRating(mentee, pairingId)).toBeNull();
}

async function takes(pairingId: string) {
  await rateMentor(stage.actors.mentee, { pairingId, ...words });
  expect(await rowOf(pairingId)).toMatchObject(words);
}

describe("a mentor is rated", () => {
  test("once the pairing is completed, with a record that does not say how", async () => {
    const { id } = await aPair("COMPLETED");
    await takes(id);
    expect(await recorded("mentor-ratings.rateMentor")).toBe(1);
    const { data } = await db.auditRecord.findFirstOrThrow({
      where: { action: "mentor-ratings.rateMentor" },
    });
    expect(Object.keys(data as object).sort()).toEqual(["cohort", "how", "mentor"]);
  });

  test.each(["ACTIVE", "PAUSED"] as const)("while it is %s from the certification date on", async (state) => {
    const { id } = await aPair(state);
    const certification = toDay(stage.cohort.certificationDate);
    clock.set(instantAt(addDays(certification, -1), 24 * 60 - 1, "Europe/Berlin"));
    await refuses(id);
    clock.set(instantAt(certification, 0, "Europe/Berlin"));
    await takes(id);
  });

  test.each(["ENDED_EARLY", "REASSIGNED"] as const)("after it is %s only if it had begun", async (state) => {
    const { id } = await aPair(state);
    await ended(id, mondayMorning);
    await refuses(id);
    await launched(new Date(mondayMorning.getTime() + 1));
    await refuses(id);
    await launched(new Date(mondayMorning.getTime() - 3 * day));
    await ended(id, new Date(mondayMorning.getTime() - day));
    await refuses(id);
    await ended(id, mondayMorning);
    await takes(id);
  });

  test("never where it was only confirmed, or not announced", async () => {
    const { id } = await aPair("CONFIRMED");
    clock.set(new Date(mondayMorning.getTime() + 30 * day));
    await refuses(id);
    const unknown = await aPairing(stage.second, stage.nomination, "COMPLETED");
    const { announcedAt: _, id: __, ...columns } = unknown;
    const silent = await db.pairing.create({ data: { ...columns, announcedAt: null } });
    const mentee = await actor(stage.second.person);
    await expect(rateMentor(mentee, { pairingId: silent.id, ...words })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect(await refusedByDatabase(silent.id)).toBe("mentor-ratings.refused.notRun");
  });

  test("by the mentee alone", async () => {
    const { id: pairingId } = await aPair("COMPLETED");
    const { mentee: _, ...others } = stage.actors;
    for (const who of [...Object.values(others), await actor(stage.second.person)]) {
      await expect(rateMentor(who, { pairingId, ...words }), who.name).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await db.mentorRating.count()).toBe(0);
  });

  test("from 1 to 5 in at most 500 characters, and never taken away", async () => {
    const { id } = await aPair("COMPLETED");
    for (const score of [0, 6]) {
      expect(await refusedByDatabase(id, { score })).toBe("mentor-ratings.invalid.score");
    }
    const comment = "x".repeat(501);
    expect(await refusedByDatabase(id, { comment })).toBe("mentor-ratings.invalid.comment");
    await takes(id);
    await expect(db.mentorRating.delete({ where: { pairingId: id } })).rejects.toThrow(/permission denied/);
  });

  test("twice at once as one rating, which one of the two changed", async () => {
    const { id: pairingId } = await aPair("COMPLETED");
    const rate = (score: number) => rateMentor(stage.actors.mentee, { pairingId, score, comment: "" });
    expect(await settle([rate(2), rate(5)])).toEqual({ done: 2, keys: [] });
    expect(await db.mentorRating.count()).toBe(1);
    const records = await db.auditRecord.findMany({ orderBy: { seq: "asc" }, select: { data: true } });
    expect(records).toMatchObject([{ data: { how: "GIVEN" } }, { data: { how: "CHANGED" } }]);
  });

  test("and may be changed for 14 days, at the database too", async () => {
    const { id: pairingId } = await aPair("COMPLETED");
    const { mentee } = stage.actors;
    await takes(pairingId);
    clock.set(new Date(mondayMorning.getTime() + 14 * day - 1));
    await rateMentor(mentee, { pairingId, score: 2, comment: "" });
    expect(await pairingRating(mentee, pairingId)).toMatchObject({ open: true, given: { score: 2 } });
    clock.set(new Date(mondayMorning.getTime() + 14 * day));
    await expect(rateMentor(mentee, { pairingId, ...words })).rejects.toEqual(
      refused("mentor-ratings.refused.fixed"),
    );
    const where = { pairingId };
    for (const data of [{ updatedAt: clock.now() }, { createdAt: clock.now(), updatedAt: clock.now() }]) {
      await expect(db.mentorRating.update({ where, data })).rejects.toThrow(/rating_fixed/);
    }
    expect(await pairingRating(mentee, pairingId)).toMatchObject({ open: false, given: { score: 2 } });
  });
});

describe("what was given", () => {
  test("is the mentee's to see, the comment the organizers', and nothing of it the mentor's or the manager's", async () => {
    const { id } = await aPair("COMPLETED");
    await takes(id);
    const { mentee, organizer, mentor, manager, stranger } = stage.actors;
    const seen = (who: Actor) => pairingRating(who, id);
    expect(await seen(mentee)).toMatchObject({ for: "mentee", given: words });
    expect(await seen(organizer)).toEqual({ for: "organizer", comment: words.comment });
    expect(await seen(mentor)).toBeNull();
    await db.person.update({ where: { id: mentee.personId }, data: { floorId: stage.floor.id } });
    expect(await seen(manager)).toBeNull();
    await expect(seen(stranger)).rejects.toBeInstanceOf(NotFoundError);
    expect((await pairingHistory(organizer, id)).length).toBe(1);
    expect(await pairingHistory(mentor, id)).toEqual([]);
  });

  test("stays hidden from a mentor who organizes the cohort, also after a handover", async () => {
    const { id } = await aPair("REASSIGNED");
    await launched();
    await ended(id, mondayMorning);
    await takes(id);
    const { mentor } = stage.people;
    await db.cohortOrganizer.create({ data: { cohortId: stage.cohort.id, personId: mentor.id } });
    expect(await pairingRating(await actor(mentor), id)).toBeNull();
  });
});

describe("the average", () => {
  /** Somebody else in an earlier cohort rated the same mentor. */
  async function rated(score: number) {
    const { organizer, mentor } = stage.people;
    const cohort = await aCohort({ organizer, startsOn: "2026-01-12", state: "COMPLETED" });
    const nomination = await aNomination(cohort, stage.floor, mentor);
    const person = await aPerson();
    const { id } = await aPairing(await anEnrollment(cohort, person, "CERTIFIED"), nomination, "COMPLETED");
    await rateMentor(await actor(person), { pairingId: id, score, comment: "" });
  }

  test("is known from three ratings on, on the list that decides and in the record", async () => {
    const { mentor, organizer, manager, mentee, stranger } = stage.actors;
    const list = await db.mentorList.findFirstOrThrow({ where: { cohortId: stage.cohort.id } });
    const onList = async () => (await getMentorRecords(manager, list.id)).get(mentor.personId)?.rating;
    const inRecord = (who: Actor) => averageRating(who, mentor.personId);
    for (const score of [5, 4]) await rated(score);
    expect([await onList(), await inRecord(mentor), await inRecord(organizer)]).toEqual([null, null, null]);
    await rated(4);
    const known = { average: 4.3, count: 3 };
    expect(await onList()).toEqual(known);
    for (const who of [mentor, organizer, manager]) expect(await inRecord(who), who.name).toEqual(known);
    await aPair("ACTIVE");
    expect(await inRecord(mentee)).toBeNull();
    await expect(inRecord(stranger)).rejects.toBeInstanceOf(NotFoundError);
  });
});
