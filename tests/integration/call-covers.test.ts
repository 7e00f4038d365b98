import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { announcePairings } from "@/lib/announcements/commands";
import { assignCover, confirmCovers, removeCover, suggestCovers } from "@/lib/call-covers/commands";
import { getCallGrid } from "@/lib/call-covers/queries";
import { clock } from "@/lib/clock";
import { addDays, fromDay, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { fromDatabase } from "@/lib/errors";
import { addLeave } from "@/lib/mentor-leave/commands";
import {
  aBlock,
  aCallStage,
  aCover,
  at,
  type CallStage,
  sitters,
  ten,
  tuesday,
} from "@/tests/support/call-stage";
import { ids, recorded, refused, told } from "@/tests/support/mentor-stage";
import { settle } from "@/tests/support/pairing-stage";
import { aNomination, aPerson, aSession, monday } from "@/tests/support/rows";

let stage: CallStage;
beforeEach(async () => {
  stage = await aCallStage();
});
afterAll(() => clock.run());

const suggest = () => suggestCovers(stage.actors.organizer, { cohortId: stage.cohort.id });
const assign = (
  block: { id: string; startsAt: Date },
  nomination: { id: string },
  given: { was?: string | null; startsAt?: string } = {},
) =>
  assignCover(stage.actors.organizer, {
    sessionId: block.id,
    nominationId: nomination.id,
    startsAt: given.startsAt ?? block.startsAt.toISOString(),
    was: given.was ?? null,
  });
const confirm = (...coverIds: string[]) =>
  confirmCovers(stage.actors.organizer, { cohortId: stage.cohort.id, coverIds });
const suggested = async () =>
  (await db.callCover.findMany({ where: { state: "SUGGESTED" } })).map(({ id }) => id);
/** What the database itself says when the code is passed by. */
const refusedAtDatabase = async (write: Promise<unknown>, key: string) => {
  const sentence = expect.objectContaining({ key });
  expect(await write.then(() => null, fromDatabase)).toEqual(expect.objectContaining({ sentence }));
};

describe("suggesting who sits in", () => {
  test("gives each block somebody else, records it once, and tells nobody", async () => {
    const messages = await db.message.count();
    expect(await suggest()).toEqual({ suggested: 2, uncovered: 0 });
    const [one, other] = await Promise.all([sitters(stage.block.id), sitters(stage.other.id)]);
    expect(new Set([one.cover?.mentorId, other.cover?.mentorId])).toEqual(
      new Set([stage.people.priya.id, stage.people.tomas.id]),
    );
    expect([one.leads, other.leads]).toEqual([[], []]);
    expect(await recorded("call-covers.suggestCovers")).toBe(1);
    expect(await db.message.count()).toBe(messages);
  });

  test("works around what is confirmed; other suggestions give way", async () => {
    await assign(stage.block, stage.second);
    await suggest();
    await suggest();
    expect((await sitters(stage.block.id)).cover).toMatchObject({
      state: "CONFIRMED",
      mentorId: stage.people.tomas.id,
    });
    expect((await sitters(stage.other.id)).cover?.mentorId).toBe(stage.people.priya.id);
    expect(await db.callCover.count({ where: { state: "DISCARDED" } })).toBe(1);
  });

  test("moves a planned block within its window when somebody is free there alone, and only when it is confirmed", async () => {
    await db.mentorNomination.update({ where: { id: stage.second.id }, data: { kind: "LEAD" } });
    expect(await suggest()).toEqual({ suggested: 2, uncovered: 0 });
    const times = async () =>
      (await db.session.findMany({ where: { id: { in: [stage.block.id, stage.other.id] } } }))
        .map(({ startsAt }) => startsAt.toISOString())
        .sort();
    expect(await times()).toEqual([at(tuesday, ten), at(tuesday, ten)]);
    await confirm(...(await suggested()));
    expect(await times()).toEqual([at(tuesday, ten), at(tuesday, 11 * 60)]);
    expect((await db.session.findMany({ where: { moves: { gt: 0 } } })).length).toBe(0);
  });

  test("says what cannot be covered and what keeps everybody", async () => {
    await db.mentorNomination.update({ where: { id: stage.second.id }, data: { kind: "LEAD" } });
    await addLeave(stage.actors.priya, { firstDay: tuesday, lastDay: tuesday });
    await db.session.updateMany({ data: { state: "CONFIRMED" } });
    expect(await suggest()).toEqual({ suggested: 0, uncovered: 2 });
    const { stuck, rows } = await getCallGrid(stage.actors.organizer, stage.cohort.id);
    expect(stuck.map(({ kept }) => kept)).toEqual([{ leave: 1 }, { leave: 1 }]);
    expect(rows.map(({ mentee, cells }) => [mentee, cells[0]?.state])).toEqual([
      ["Júlia Santos", "gap"],
      ["Kwame Mensah", "gap"],
    ]);
  });

  test("is refused in a cohort that is over, and found by its organizers alone", async () => {
    const { cohort, refusesOthers } = stage;
    await refusesOthers((who) => suggestCovers(who, { cohortId: cohort.id }));
    await refusesOthers((who) => getCallGrid(who, cohort.id));
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "CANCELLED" } });
    await expect(suggest()).rejects.toEqual(refused("call-covers.refused.cohortOver"));
  });
});

describe("giving somebody to a block", () => {
  test("makes them lead it, in place of the lead mentor who stood in", async () => {
    await stage.paired(stage.kwame);
    await db.sessionFacilitator.create({
      data: { sessionId: stage.block.id, personId: stage.people.lead.id, state: "ACCEPTED" },
    });
    await assign(stage.block, stage.first);
    const { cover, leads } = await sitters(stage.block.id);
    expect(cover).toMatchObject({ state: "CONFIRMED", mentorId: stage.people.priya.id });
    expect(leads).toEqual([{ personId: stage.people.priya.id, state: "ACCEPTED" }]);
    expect(await told("callsToSitIn")).toEqual(ids(stage.people.priya));
    expect(await told("callsCovered")).toEqual(ids(stage.people.mentee));
    expect(await recorded("call-covers.assignCover")).toBe(1);
  });

  test("tells nobody before the mentee’s mentor is announced, and everybody with the announcement", async () => {
    const pairing = await stage.paired(stage.kwame, { announced: false });
    await assign(stage.block, stage.first);
    expect((await sitters(stage.block.id)).leads).toEqual([
      { personId: stage.people.priya.id, state: "RESERVED" },
    ]);
    expect(await told("callsToSitIn")).toEqual([]);
    await announcePairings(stage.actors.organizer, {
      cohortId: stage.cohort.id,
      pairingIds: [pairing.id],
      when: "NOW",
    });
    expect((await sitters(stage.block.id)).leads).toEqual([
      { personId: stage.people.priya.id, state: "ACCEPTED" },
    ]);
    expect(await told("callsToSitIn")).toEqual(ids(stage.people.priya));
    expect(await told("callsCovered")).toEqual(ids(stage.people.mentee));
  });

  test("replaces whoever was to sit in, who is told", async () => {
    await stage.paired(stage.kwame);
    await assign(stage.block, stage.first);
    const was = (await sitters(stage.block.id)).cover?.id ?? null;
    await assign(stage.block, stage.second, { was });
    expect(await told("callReleased")).toEqual(ids(stage.people.priya));
    expect((await sitters(stage.block.id)).leads).toEqual([
      { personId: stage.people.tomas.id, state: "ACCEPTED" },
    ]);
  });

  test("is refused to everybody but an organizer", async () => {
    const cover = await aCover(stage.block, stage.first);
    await stage.refusesOthers((who) =>
      assignCover(who, {
        sessionId: stage.other.id,
        nominationId: stage.second.id,
        startsAt: at(tuesday, ten),
        was: null,
      }),
    );
    await stage.refusesOthers((who) =>
      confirmCovers(who, { cohortId: stage.cohort.id, coverIds: [cover.id] }),
    );
    await stage.refusesOthers((who) => removeCover(who, { coverId: cover.id }));
  });

  test("says why somebody cannot come", async () => {
    await expect(assign(stage.block, stage.leads)).rejects.toEqual(
      refused("call-covers.refused.notEligible"),
    );
    await assign(stage.other, stage.first);
    await expect(assign(stage.block, stage.first)).rejects.toEqual(refused("call-covers.refused.busy"));
    await db.mentorNomination.update({ where: { id: stage.first.id }, data: { capacity: 1 } });
    await expect(assign(stage.block, stage.first, { startsAt: at(tuesday, 11 * 60) })).rejects.toEqual(
      refused("call-covers.refused.full"),
    );
    await expect(assign(stage.block, stage.first, { startsAt: at(tuesday, 15 * 60) })).rejects.toEqual(
      refused("call-covers.refused.noSuchTime"),
    );
    clock.set(instantAt(tuesday, ten, "Europe/Berlin"));
    await expect(assign(stage.block, stage.second)).rejects.toEqual(refused("call-covers.refused.blockOver"));
  });

  test("is refused when somebody else was faster", async () => {
    await aCover(stage.block, stage.first);
    await expect(assign(stage.block, stage.second)).rejects.toEqual(refused("errors.somebodyFaster"));
  });
});

describe("two at once", () => {
  test("on one block: one wins, the other is told", async () => {
    const outcome = await settle([assign(stage.block, stage.first), assign(stage.block, stage.second)]);
    expect(outcome).toEqual({ done: 1, keys: ["errors.somebodyFaster"] });
    expect((await sitters(stage.block.id)).leads).toHaveLength(1);
  });

  test("for one mentor: they are never at two blocks at once", async () => {
    const outcome = await settle([assign(stage.block, stage.first), assign(stage.other, stage.first)]);
    expect(outcome).toEqual({ done: 1, keys: ["call-covers.refused.busy"] });
  });

  test("runs of suggestions follow each other", async () => {
    expect(await settle([suggest(), suggest(), suggest()])).toEqual({ done: 3, keys: [] });
    expect(await suggested()).toHaveLength(2);
  });

  test("a leave that begins while somebody is given: never both", async () => {
    const leave = () => addLeave(stage.actors.priya, { firstDay: tuesday, lastDay: tuesday });
    await Promise.allSettled([assign(stage.block, stage.first), leave()]);
    expect((await sitters(stage.block.id)).cover).toBeNull();
  });
});

describe("the database refuses", () => {
  test("whoever is no eligible call mentor of the cohort", async () => {
    await refusedAtDatabase(aCover(stage.block, stage.leads), "call-covers.refused.notEligible");
    const invited = await aNomination(stage.cohort, stage.floor, await aPerson(), {
      kind: "CALL",
      willingness: "INVITED",
    });
    await refusedAtDatabase(aCover(stage.block, invited), "call-covers.refused.notEligible");
  });

  test("two call mentors for one block, and two blocks at once for one call mentor", async () => {
    await aCover(stage.block, stage.first);
    await refusedAtDatabase(aCover(stage.block, stage.second), "errors.somebodyFaster");
    await refusedAtDatabase(aCover(stage.other, stage.first), "call-covers.refused.twice");
  });

  test("somebody who leads something else then, is on leave, has paused, or is kept apart", async () => {
    const { priya, tomas, mentee } = stage.people;
    await aSession(stage.cohort, { day: tuesday, minute: ten + 30, facilitator: priya });
    await refusedAtDatabase(aCover(stage.block, stage.first), "call-covers.refused.twice");
    await db.leave.create({
      data: {
        personId: tomas.id,
        firstDay: fromDay(monday),
        lastDay: fromDay(tuesday),
        createdAt: clock.now(),
      },
    });
    await refusedAtDatabase(aCover(stage.block, stage.second), "call-covers.refused.away");
    await db.leave.updateMany({ data: { removedAt: clock.now() } });
    const by = { createdById: mentee.id, createdAt: clock.now() };
    await db.doNotPair.create({ data: { personId: tomas.id, otherPersonId: mentee.id, ...by } });
    await refusedAtDatabase(aCover(stage.block, stage.second), "call-covers.refused.together");
    await db.mentorPause.create({ data: { personId: tomas.id, since: clock.now() } });
    await refusedAtDatabase(aCover(stage.other, stage.second), "mentor-leave.refused.paused");
  });

  test("more mentees a day than places, and more hours a week than they have", async () => {
    await db.mentorNomination.update({
      where: { id: stage.first.id },
      data: { capacity: 1, hoursPerWeek: 1 },
    });
    await aCover(stage.block, stage.first);
    const later = await aBlock(stage.cohort, stage.julia, { minute: 14 * 60 });
    await refusedAtDatabase(aCover(later, stage.first), "call-covers.refused.noPlace");
    const nextDay = await aBlock(stage.cohort, stage.julia, { day: addDays(tuesday, 1) });
    await refusedAtDatabase(aCover(nextDay, stage.first), "call-covers.refused.noHours");
    const nextWeek = await aBlock(stage.cohort, stage.julia, { day: addDays(tuesday, 7) });
    await aCover(nextWeek, stage.first);
  });

  test("what is no block of live calls, and another mentor for a cover that stands", async () => {
    const meeting = await aSession(stage.cohort, { day: tuesday, enrollment: stage.kwame });
    await refusedAtDatabase(aCover(meeting, stage.first), "call-covers.refused.noBlock");
    const { id } = await aCover(stage.block, stage.first);
    const data = { mentorId: stage.people.tomas.id };
    await refusedAtDatabase(db.callCover.update({ where: { id }, data }), "call-covers.refused.noBlock");
    await refusedAtDatabase(
      db.callCover.update({ where: { id }, data: { state: "ENDED" } }),
      "errors.constraint.stateEdge",
    );
  });
});
