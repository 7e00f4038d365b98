import { afterAll, beforeEach, describe, expect, test } from "vitest";
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
  pairMentee,
} from "@/lib/pairings/commands";
import { endPairingsOf } from "@/lib/pairings/ending";
import { getPairingBoard } from "@/lib/pairings/queries";
import { createSessions } from "@/lib/sessions/commands";
import { ids, recorded, refused, told, zone } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage, pairingRow, settle } from "@/tests/support/pairing-stage";
import {
  aCohort,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterAll(() => clock.run());

describe("suggesting a pairing", () => {
  test("runs over the cohort's days, is recorded, and nobody is told yet", async () => {
    const { pairingId } = await stage.pair(stage.first);
    expect(await pairingRow(pairingId)).toMatchObject({
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
    await stage.refusesOthers((who) => pairMentee(who, input));
    const other = await aCohort({ organizer: stage.people.organizer });
    const elsewhere = await aNomination(other, stage.floor, stage.people.mentor);
    await expect(stage.pair(stage.first, elsewhere)).rejects.toBeInstanceOf(NotFoundError);
    const foreign = await aCohort({ organizer: stage.people.stranger });
    await expect(stage.pair(await anEnrollment(foreign, await aPerson()))).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });

  test("refuses oneself and the line manager, in the code and in the database", async () => {
    const self = await anEnrollment(stage.cohort, stage.people.mentor);
    await expect(stage.pair(self)).rejects.toEqual(refused("pairings.refused.oneself"));
    await expect(aPairing(self, stage.nomination, "SUGGESTED")).rejects.toThrow(/pairing_not_oneself/);
    const { first, people, nomination } = stage;
    await db.person.update({ where: { id: first.person.id }, data: { managerId: people.mentor.id } });
    await expect(stage.pair(first)).rejects.toEqual(refused("pairings.refused.lineManager"));
    await expect(aPairing(first, nomination, "SUGGESTED")).rejects.toThrow(/pairing_not_line_manager/);
  });

  test.each([
    [{ decision: "DECLINED" }, "mentors.refused.notApproved"],
    [{ willingness: "INVITED" }, "mentors.refused.notWilling"],
    [{ training: "IN_PROGRESS" }, "mentors.refused.notTrained"],
    [{ kind: "CALL" }, "pairings.refused.otherKind"],
  ] as const)("refuses a mentor who is %o, in the code and in the database", async (given, key) => {
    const nomination = await aNomination(stage.cohort, stage.floor, await aPerson(), given);
    await expect(stage.pair(stage.first, nomination)).rejects.toEqual(refused(key));
    await expect(aPairing(stage.first, nomination, "SUGGESTED")).rejects.toThrow(/pairing_mentor_eligible/);
  });

  test("refuses who has left: a mentor without an account, a mentee who withdrew, a cohort that is over", async () => {
    await db.person.update({ where: { id: stage.people.mentor.id }, data: { deactivatedAt: mondayMorning } });
    await expect(stage.pair(stage.first)).rejects.toEqual(refused("mentors.refused.personGone"));
    await db.enrollment.update({ where: { id: stage.first.id }, data: { state: "WITHDRAWN" } });
    await expect(stage.pair(stage.first)).rejects.toEqual(refused("pairings.refused.menteeDone"));
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "CANCELLED" } });
    await expect(stage.pair(stage.first)).rejects.toEqual(refused("pairings.refused.cohortOver"));
  });

  test("a mentee has one current lead mentor, however many ask at once, and any number of call mentors", async () => {
    const nominations = await Promise.all(
      Array.from({ length: 8 }, async () =>
        aNomination(stage.cohort, stage.floor, await aPerson(), { kind: "BOTH" }),
      ),
    );
    const leads = await settle(nominations.map((nomination) => stage.pair(stage.first, nomination)));
    expect(leads).toEqual({ done: 1, keys: ["pairings.refused.alreadyPaired"] });
    const calls = await settle(
      nominations.slice(0, 3).map((nomination) => stage.pair(stage.first, nomination, "CALL")),
    );
    expect(calls.done).toBe(3);
  });

  test("a pairing made while the cohort runs begins today", async () => {
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "READY" } });
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "ACTIVE" } });
    clock.set(instantAt("2026-03-03", 10 * 60, zone));
    const { pairingId } = await stage.pair(stage.first);
    expect(await pairingRow(pairingId)).toMatchObject({ startsOn: fromDay("2026-03-03") });
    await stage.confirm(pairingId);
    expect((await pairingRow(pairingId)).state).toBe("ACTIVE");
  });
});

describe("confirming", () => {
  test("gives the mentor the mentee's sessions and tells both, once", async () => {
    const { cohort, first, people } = stage;
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
    const { pairingId } = await stage.pair(first);
    const input = { cohortId: cohort.id, pairingIds: [pairingId] };
    await stage.refusesOthers((who) => confirmPairings(who, input));
    const twice = await settle([stage.confirm(pairingId), stage.confirm(pairingId)]);
    expect(twice.done).toBe(1);
    expect(await pairingRow(pairingId)).toMatchObject({ state: "CONFIRMED", confirmedAt: mondayMorning });
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

  const since = { createdAt: mondayMorning };
  const became: [string, () => Promise<unknown>, RegExp][] = [
    [
      "doNotPair",
      () => {
        const { first, people } = stage;
        const two = { personId: first.person.id, otherPersonId: people.mentor.id };
        return db.doNotPair.create({ data: { ...two, createdById: first.person.id, ...since } });
      },
      /pairing_do_not_pair/,
    ],
    [
      "lineManager",
      () => {
        const { first, people } = stage;
        return db.person.update({ where: { id: first.person.id }, data: { managerId: people.mentor.id } });
      },
      /pairing_not_line_manager/,
    ],
    [
      "paused",
      () => db.mentorPause.create({ data: { personId: stage.people.mentor.id, since: mondayMorning } }),
      /mentor_paused/,
    ],
    [
      "onLeave",
      () => {
        const days = { firstDay: fromDay(monday), lastDay: fromDay("2026-03-04") };
        return db.leave.create({ data: { personId: stage.people.mentor.id, ...days, ...since } });
      },
      /mentor_on_leave/,
    ],
    [
      "gone",
      () => {
        const where = { id: stage.people.mentor.id };
        return db.person.update({ where, data: { deactivatedAt: mondayMorning } });
      },
      /pairing_mentor_eligible/,
    ],
  ];

  test.each(became)(
    "is refused, by name, to a pair that has become forbidden since it was suggested: %s; nobody is confirmed then",
    async (rule, becomes, constraint) => {
      const forbidden = await stage.pair(stage.first);
      const other = await stage.pair(
        stage.second,
        await aNomination(stage.cohort, stage.floor, await aPerson()),
      );
      await becomes();
      const values = { mentee: stage.first.person.name, mentor: "Priya Nair", rule };
      await expect(stage.confirm(forbidden.pairingId, other.pairingId)).rejects.toMatchObject({
        sentence: { key: "pairings.refused.notAnyMore", values },
      });
      const past = db.pairing.update({ where: { id: forbidden.pairingId }, data: { state: "CONFIRMED" } });
      await expect(past).rejects.toThrow(constraint);
      expect(await db.pairing.count({ where: { state: "SUGGESTED" } })).toBe(2);
      expect(await stage.confirm(other.pairingId)).toEqual({ confirmed: 1 });
    },
  );

  test("sixty at once, and all or none", async () => {
    const { cohort, floor } = stage;
    const mentees = await aGroup(cohort, 60);
    const enrollmentIds = mentees.map((mentee) => mentee.id);
    await createSessions(db, { cohortId: cohort.id, enrollmentIds, cohortWide: true });
    const pairingIds: string[] = [];
    let mentor = stage.nomination;
    for (const [index, mentee] of mentees.entries()) {
      if (index % 4 === 0) {
        mentor = await aNomination(cohort, floor, await aPerson(), { capacity: 4 });
      }
      pairingIds.push((await stage.pair(mentee, mentor)).pairingId);
    }
    const [gone] = pairingIds;
    if (!gone) throw new Error("nobody was paired");
    await discardPairing(stage.actors.organizer, { pairingId: gone });
    await expect(stage.confirm(...pairingIds)).rejects.toEqual(refused("pairings.refused.pairingState"));
    expect(await db.pairing.count({ where: { state: "CONFIRMED" } })).toBe(0);
    expect(await stage.confirm(...pairingIds.slice(1))).toEqual({ confirmed: 59 });
    expect(await db.message.count()).toBe(118);
  }, 120_000);
});

describe("ending", () => {
  test("frees the mentor's sessions and place, keeps the pairing, and tells both without the reason", async () => {
    const { cohort, first, people } = stage;
    await createSessions(db, { cohortId: cohort.id, enrollmentIds: [first.id], cohortWide: true });
    const { pairingId } = await stage.pair(first);
    const end = { pairingId, reason: "A long illness" };
    await expect(endPairing(stage.actors.organizer, end)).rejects.toEqual(
      refused("pairings.refused.pairingState"),
    );
    await stage.confirm(pairingId);
    await stage.refusesOthers((who) => endPairing(who, end));
    await endPairing(stage.actors.organizer, end);
    expect(await pairingRow(pairingId)).toMatchObject({ state: "ENDED_EARLY", endReason: end.reason });
    expect(await db.sessionFacilitator.count({ where: { personId: people.mentor.id } })).toBe(0);
    expect(await told("pairingEnded")).toEqual(ids(people.mentor, people.mentee));
    const messages = await db.message.findMany({ where: { kind: "pairingEnded" } });
    expect(JSON.stringify(messages)).not.toContain("illness");
    await stage.pair(first);
  });

  test("a cohort's pairings begin with it and are completed with it", async () => {
    const { first, second } = stage;
    const { pairingId } = await stage.pair(first);
    const open = await stage.pair(second);
    await stage.confirm(pairingId);
    const { id: cohortId } = stage.cohort;
    await db.$transaction((tx) => activatePairings(tx, { cohortId }));
    expect((await pairingRow(pairingId)).state).toBe("ACTIVE");
    await db.pairing.update({ where: { id: pairingId }, data: { state: "PAUSED" } });
    await db.$transaction((tx) => completePairings(tx, { cohortId }));
    expect((await pairingRow(pairingId)).state).toBe("COMPLETED");
    expect((await pairingRow(open.pairingId)).state).toBe("DISCARDED");
  });

  test("who leaves the cohort leaves their pairings: suggestions dropped, the others kept as ended", async () => {
    const { pairingId } = await stage.pair(stage.first);
    await stage.confirm(pairingId);
    const caller = await aNomination(stage.cohort, stage.floor, await aPerson(), { kind: "CALL" });
    const suggested = await stage.pair(stage.first, caller, "CALL");
    const reason = "Left the company";
    await db.$transaction((tx) => endPairingsOf(tx, { enrollmentId: stage.first.id, reason }));
    expect(await pairingRow(pairingId)).toMatchObject({ state: "ENDED_EARLY", endReason: reason });
    expect((await pairingRow(suggested.pairingId)).state).toBe("DISCARDED");
  });
});

describe("the board", () => {
  test("is the organizer's, with every mentee, and each mentor's places over all cohorts", async () => {
    await stage.refusesOthers((who) => getPairingBoard(who, stage.cohort.id));
    await stage.pair(stage.first);
    const board = await getPairingBoard(stage.actors.organizer, stage.cohort.id);
    expect(board.startsOn).toBe(monday);
    expect(board.mentees.map((one) => one.pairings.length).sort()).toEqual([0, 1]);
    expect(board.mentors[0]?.places).toEqual({
      LEAD: { capacity: 2, load: 1 },
      CALL: { capacity: 2, load: 0 },
    });
  });
});
