import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { fromDay, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import {
  activatePairings,
  completePairings,
  confirmPairings,
  discardPairing,
  endPairing,
  endPairingsOf,
  pairMentee,
} from "@/lib/pairings/commands";
import { getPairingBoard } from "@/lib/pairings/queries";
import { createSessions } from "@/lib/sessions/commands";
import { resetDatabase } from "@/tests/support/database";
import { ids, recorded, refused, told } from "@/tests/support/mentor-stage";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

const zone = "Europe/Berlin";

/** A cohort with one mentor of two places and two mentees. */
async function aPairingStage() {
  const organizer = await aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" });
  const [manager, mentor, stranger] = await Promise.all([
    aPerson({ name: "Luca Moretti" }),
    aPerson({ name: "Priya Nair" }),
    aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
  ]);
  const floor = await aFloor([manager]);
  const program = await aProgram({ days: 3, cap: 50 });
  const cohort = await aCohort({ organizer, floors: [floor], versionId: program.id });
  const nomination = await aNomination(cohort, floor, mentor);
  const mentees = await aGroup(cohort, 2);
  const first = mentees[0];
  if (!first) throw new Error("a stage needs a mentee");
  const people = { organizer, manager, mentor, stranger, mentee: first.person };
  const entries = Object.entries(people).map(async ([who, one]) => [who, await actor(one)] as const);
  const actors = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof people, Actor>;
  return { floor, program, cohort, nomination, mentees, first, people, actors };
}

async function aGroup(cohort: { id: string }, count: number) {
  const enrolled = Array.from({ length: count }, async () => {
    const person = await aPerson();
    return { ...(await anEnrollment(cohort, person)), person };
  });
  return Promise.all(enrolled);
}

let stage: Awaited<ReturnType<typeof aPairingStage>>;

const pair = (
  enrollment: { id: string },
  nomination: { id: string } = stage.nomination,
  kind: "LEAD" | "CALL" = "LEAD",
) => pairMentee(stage.actors.organizer, { enrollmentId: enrollment.id, nominationId: nomination.id, kind });
const confirm = (...pairingIds: string[]) =>
  confirmPairings(stage.actors.organizer, { cohortId: stage.cohort.id, pairingIds });
const row = (id: string) => db.pairing.findUniqueOrThrow({ where: { id } });
const taken = (nomination: { id: string }) => db.pairing.count({ where: { nominationId: nomination.id } });

async function refusesEverybodyButTheOrganizer(deed: (who: Actor) => Promise<unknown>) {
  const before = await db.auditRecord.count();
  for (const [who, one] of Object.entries(stage.actors)) {
    if (who !== "organizer") await expect(deed(one), who).rejects.toBeInstanceOf(NotFoundError);
  }
  expect(await db.auditRecord.count()).toBe(before);
}

async function settle(deeds: Promise<unknown>[]) {
  const results = await Promise.allSettled(deeds);
  const keys = results.flatMap((one) =>
    one.status === "rejected" ? [one.reason?.sentence?.key ?? one.reason] : [],
  );
  return { done: results.length - keys.length, keys: [...new Set(keys)] };
}

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
  stage = await aPairingStage();
});
afterAll(() => clock.run());

describe("suggesting a pairing", () => {
  test("runs over the cohort's days, is recorded, and nobody is told yet", async () => {
    const { pairingId } = await pair(stage.first);
    expect(await row(pairingId)).toMatchObject({
      state: "SUGGESTED",
      kind: "LEAD",
      mentorId: stage.people.mentor.id,
      startsOn: stage.cohort.startsOn,
      endsOn: stage.cohort.endsOn,
    });
    expect(await recorded("pairings.pairMentee")).toBe(1);
    expect(await db.message.count()).toBe(0);
  });

  test("is the organizer's alone; mentors and mentees of elsewhere are not found", async () => {
    const input = { enrollmentId: stage.first.id, nominationId: stage.nomination.id, kind: "LEAD" } as const;
    await refusesEverybodyButTheOrganizer((who) => pairMentee(who, input));
    const other = await aCohort({ organizer: stage.people.organizer });
    const elsewhere = await aNomination(other, stage.floor, stage.people.mentor);
    await expect(pair(stage.first, elsewhere)).rejects.toBeInstanceOf(NotFoundError);
    const foreign = await aCohort({ organizer: stage.people.stranger });
    await expect(pair(await anEnrollment(foreign, await aPerson()))).rejects.toBeInstanceOf(NotFoundError);
  });

  test("refuses oneself and the line manager, in the code and in the database", async () => {
    const self = await anEnrollment(stage.cohort, stage.people.mentor);
    await expect(pair(self)).rejects.toEqual(refused("pairings.refused.oneself"));
    await expect(aPairing(self, stage.nomination, "SUGGESTED")).rejects.toThrow(/pairing_not_oneself/);
    const { first, people, nomination } = stage;
    await db.person.update({ where: { id: first.person.id }, data: { managerId: people.mentor.id } });
    await expect(pair(first)).rejects.toEqual(refused("pairings.refused.lineManager"));
    await expect(aPairing(first, nomination, "SUGGESTED")).rejects.toThrow(/pairing_not_line_manager/);
  });

  test.each([
    [{ decision: "DECLINED" }, "mentors.refused.notApproved"],
    [{ willingness: "INVITED" }, "mentors.refused.notWilling"],
    [{ training: "IN_PROGRESS" }, "mentors.refused.notTrained"],
    [{ kind: "CALL" }, "pairings.refused.otherKind"],
  ] as const)("refuses a mentor who is %o, in the code and in the database", async (given, key) => {
    const nomination = await aNomination(stage.cohort, stage.floor, await aPerson(), given);
    await expect(pair(stage.first, nomination)).rejects.toEqual(refused(key));
    await expect(aPairing(stage.first, nomination, "SUGGESTED")).rejects.toThrow(/pairing_mentor_eligible/);
  });

  test("refuses who has left: a mentor without an account, a mentee who withdrew, a cohort that is over", async () => {
    await db.person.update({ where: { id: stage.people.mentor.id }, data: { deactivatedAt: mondayMorning } });
    await expect(pair(stage.first)).rejects.toEqual(refused("mentors.refused.personGone"));
    await db.enrollment.update({ where: { id: stage.first.id }, data: { state: "WITHDRAWN" } });
    await expect(pair(stage.first)).rejects.toEqual(refused("pairings.refused.menteeDone"));
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "CANCELLED" } });
    await expect(pair(stage.first)).rejects.toEqual(refused("pairings.refused.cohortOver"));
  });

  test("a mentee has one current lead mentor, however many ask at once, and any number of call mentors", async () => {
    const nominations = await Promise.all(
      Array.from({ length: 8 }, async () =>
        aNomination(stage.cohort, stage.floor, await aPerson(), { kind: "BOTH" }),
      ),
    );
    const leads = await settle(nominations.map((nomination) => pair(stage.first, nomination)));
    expect(leads).toEqual({ done: 1, keys: ["pairings.refused.alreadyPaired"] });
    const calls = await settle(
      nominations.slice(0, 3).map((nomination) => pair(stage.first, nomination, "CALL")),
    );
    expect(calls.done).toBe(3);
  });

  test("a pairing made while the cohort runs begins today", async () => {
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "READY" } });
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "ACTIVE" } });
    clock.set(instantAt("2026-03-03", 10 * 60, zone));
    const { pairingId } = await pair(stage.first);
    expect(await row(pairingId)).toMatchObject({ startsOn: fromDay("2026-03-03") });
    await confirm(pairingId);
    expect((await row(pairingId)).state).toBe("ACTIVE");
  });
});

describe("capacity", () => {
  test("fifty at once fill exactly the places there are", async () => {
    const mentees = await aGroup(stage.cohort, 50);
    await db.mentorNomination.update({ where: { id: stage.nomination.id }, data: { capacity: 7 } });
    const result = await settle(mentees.map((mentee) => pair(mentee)));
    expect(result).toEqual({ done: 7, keys: ["pairings.refused.capacityFull"] });
    expect(await taken(stage.nomination)).toBe(7);
    expect(await recorded("pairings.pairMentee")).toBe(7);
  }, 60_000);

  test("fifty rows at once, past the code, are held by the database all the same", async () => {
    const { cohort, nomination } = stage;
    const mentees = await aGroup(cohort, 50);
    const rows = await Promise.allSettled(mentees.map((mentee) => aPairing(mentee, nomination, "SUGGESTED")));
    expect(rows.filter((one) => one.status === "fulfilled")).toHaveLength(2);
    const refusals = rows.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    expect(refusals.every((text) => text.includes("pairing_within_capacity"))).toBe(true);
    expect(await db.pairing.count({ where: { cohortId: cohort.id } })).toBe(2);
  }, 60_000);

  test("cohorts that overlap compete for the last place; one that does not overlap has its own", async () => {
    const { organizer, mentor } = stage.people;
    const overlapping = await aCohort({ organizer, startsOn: "2026-03-04", versionId: stage.program.id });
    const later = await aCohort({ organizer, startsOn: "2026-03-09", versionId: stage.program.id });
    const there = await aNomination(overlapping, stage.floor, mentor, { capacity: 1 });
    const after = await aNomination(later, stage.floor, mentor, { capacity: 2 });
    const [theirs, alsoTheirs] = await aGroup(overlapping, 2);
    const [late] = await aGroup(later, 1);
    const [mine] = stage.mentees;
    if (!mine || !theirs || !alsoTheirs || !late) throw new Error("somebody is missing");
    const race = await settle([pair(mine), pair(theirs, there), pair(alsoTheirs, there)]);
    // With a place of one in the other cohort, one mentee is all that this mentor can have in the days they share.
    expect(race).toEqual({ done: 1, keys: ["pairings.refused.capacityFull"] });
    await pair(late, after);
    const board = await getPairingBoard(stage.actors.organizer, stage.cohort.id);
    expect(board.mentors[0]?.places.LEAD.load).toBe(1);
  });

  test("lead and call mentees are counted apart", async () => {
    const nomination = await aNomination(stage.cohort, stage.floor, await aPerson(), {
      kind: "BOTH",
      capacity: 1,
    });
    const [first, second] = stage.mentees;
    if (!first || !second) throw new Error("somebody is missing");
    await pair(first, nomination);
    await pair(second, nomination, "CALL");
    await expect(pair(second, nomination)).rejects.toEqual(refused("pairings.refused.capacityFull"));
  });

  test("a suggestion that is taken back frees its place", async () => {
    await db.mentorNomination.update({ where: { id: stage.nomination.id }, data: { capacity: 1 } });
    const [first, second] = stage.mentees;
    if (!first || !second) throw new Error("somebody is missing");
    const { pairingId } = await pair(first);
    await refusesEverybodyButTheOrganizer((who) => discardPairing(who, { pairingId }));
    await discardPairing(stage.actors.organizer, { pairingId });
    expect((await row(pairingId)).state).toBe("DISCARDED");
    await pair(second);
    await expect(discardPairing(stage.actors.organizer, { pairingId })).rejects.toEqual(
      refused("pairings.refused.pairingStateAlready"),
    );
  });
});

describe("confirming", () => {
  test("gives the mentor the mentee's sessions and tells both, once", async () => {
    const { cohort, first, people } = stage;
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
    const { pairingId } = await pair(first);
    const input = { cohortId: cohort.id, pairingIds: [pairingId] };
    await refusesEverybodyButTheOrganizer((who) => confirmPairings(who, input));
    const twice = await settle([confirm(pairingId), confirm(pairingId)]);
    expect(twice.done).toBe(1);
    expect(await row(pairingId)).toMatchObject({ state: "CONFIRMED", confirmedAt: mondayMorning });
    const led = await db.session.count({
      where: { enrollmentId: first.id, facilitators: { some: { personId: people.mentor.id } } },
    });
    expect(led).toBe(3);
    expect(await told("pairedMentee")).toEqual(ids(people.mentee));
    expect(await told("pairedMentor")).toEqual(ids(people.mentor));
    expect(await recorded("pairings.confirmPairings")).toBe(1);
    await expect(discardPairing(stage.actors.organizer, { pairingId })).rejects.toEqual(
      refused("pairings.refused.pairingState"),
    );
  });

  test("sixty at once, and all or none", async () => {
    const { cohort, floor } = stage;
    const mentees = await aGroup(cohort, 60);
    const enrollmentIds = mentees.map((mentee) => mentee.id);
    await createSessions(db, { cohortId: cohort.id, enrollmentIds, cohortWide: true });
    const pairingIds: string[] = [];
    for (const [index, mentee] of mentees.entries()) {
      if (index % 4 === 0) {
        const next = await aNomination(cohort, floor, await aPerson(), { capacity: 4 });
        stage.nomination = next;
      }
      pairingIds.push((await pair(mentee)).pairingId);
    }
    const [gone] = pairingIds;
    if (!gone) throw new Error("nobody was paired");
    await discardPairing(stage.actors.organizer, { pairingId: gone });
    await expect(confirm(...pairingIds)).rejects.toEqual(refused("pairings.refused.pairingState"));
    expect(await db.pairing.count({ where: { state: "CONFIRMED" } })).toBe(0);
    expect(await confirm(...pairingIds.slice(1))).toEqual({ confirmed: 59 });
    expect(await db.message.count()).toBe(118);
  }, 120_000);
});

describe("ending", () => {
  test("frees the mentor's sessions and place, keeps the pairing, and tells both without the reason", async () => {
    const { cohort, first, people } = stage;
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
    const { pairingId } = await pair(first);
    const end = { pairingId, reason: "A long illness" };
    await expect(endPairing(stage.actors.organizer, end)).rejects.toEqual(
      refused("pairings.refused.pairingState"),
    );
    await confirm(pairingId);
    await refusesEverybodyButTheOrganizer((who) => endPairing(who, end));
    await endPairing(stage.actors.organizer, end);
    expect(await row(pairingId)).toMatchObject({ state: "ENDED_EARLY", endReason: end.reason });
    expect(await db.sessionFacilitator.count({ where: { personId: people.mentor.id } })).toBe(0);
    expect(await told("pairingEnded")).toEqual(ids(people.mentor, people.mentee));
    const messages = await db.message.findMany({ where: { kind: "pairingEnded" } });
    expect(JSON.stringify(messages)).not.toContain("illness");
    await pair(first);
  });

  test("a cohort's pairings begin with it and are completed with it", async () => {
    const [first, second] = stage.mentees;
    if (!first || !second) throw new Error("somebody is missing");
    const { pairingId } = await pair(first);
    const open = await pair(second);
    await confirm(pairingId);
    const { id: cohortId } = stage.cohort;
    await db.$transaction((tx) => activatePairings(tx, { cohortId }));
    expect((await row(pairingId)).state).toBe("ACTIVE");
    await db.pairing.update({ where: { id: pairingId }, data: { state: "PAUSED" } });
    await db.$transaction((tx) => completePairings(tx, { cohortId }));
    expect((await row(pairingId)).state).toBe("COMPLETED");
    expect((await row(open.pairingId)).state).toBe("DISCARDED");
  });

  test("who leaves the cohort leaves their pairings: suggestions dropped, the others kept as ended", async () => {
    const { pairingId } = await pair(stage.first);
    await confirm(pairingId);
    const caller = await aNomination(stage.cohort, stage.floor, await aPerson(), { kind: "CALL" });
    const suggested = await pair(stage.first, caller, "CALL");
    const reason = "Left the company";
    await db.$transaction((tx) => endPairingsOf(tx, { enrollmentId: stage.first.id, reason }));
    expect(await row(pairingId)).toMatchObject({ state: "ENDED_EARLY", endReason: reason });
    expect((await row(suggested.pairingId)).state).toBe("DISCARDED");
  });
});

describe("the board", () => {
  test("is the organizer's, with every mentee, and each mentor's places over all cohorts", async () => {
    await refusesEverybodyButTheOrganizer((who) => getPairingBoard(who, stage.cohort.id));
    await pair(stage.first);
    const board = await getPairingBoard(stage.actors.organizer, stage.cohort.id);
    expect(board.startsOn).toBe(monday);
    expect(board.mentees.map((one) => one.pairings.length).sort()).toEqual([0, 1]);
    expect(board.mentors[0]?.places).toEqual({
      LEAD: { capacity: 2, load: 1 },
      CALL: { capacity: 2, load: 0 },
    });
  });
});
