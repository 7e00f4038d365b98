import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { agreeGoal, proposeGoal } from "@/lib/agreements/commands";
import { pairingPage } from "@/lib/agreements/queries";
import { clock } from "@/lib/clock";
import { instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { reassignPairing } from "@/lib/handovers/commands";
import { fitsFor, receivedHandover } from "@/lib/handovers/queries";
import { leaderlessSessions, movesOf } from "@/lib/handovers/to-move";
import { pairingHistory } from "@/lib/history/queries";
import { submitLog } from "@/lib/logs/commands";
import { menteeRecord } from "@/lib/mentees/queries";
import { confirmPairings } from "@/lib/pairings/commands";
import { getPairingBoard } from "@/lib/pairings/queries";
import { moveSession } from "@/lib/schedule/commands";
import { aHandoverStage, type HandoverStage, handoverReason as reason } from "@/tests/support/handover-stage";
import { ids, recorded, refused, told, zone } from "@/tests/support/mentor-stage";
import { pairingRow, settle } from "@/tests/support/pairing-stage";
import { actor, aNomination, aPerson, aSession, monday, mondayMorning } from "@/tests/support/rows";

let stage: HandoverStage;
let pairingId: string;
let next: HandoverStage["next"];
let offered: HandoverStage["offered"];

/** A pair on the second day of a cohort that runs, and another mentor who has room. */
beforeEach(async () => {
  stage = await aHandoverStage();
  ({ pairingId, next, offered } = stage);
});
afterAll(() => clock.run());

const log = (note: string, noteAudience: "SHARED" | "PRIVATE") => ({
  enrollmentId: stage.first.id,
  version: 0,
  activities: [],
  learned: "Asking first",
  skillIds: [stage.program.skills[0]?.id ?? ""],
  progress: "ON_TRACK" as const,
  note,
  noteAudience,
  calls: 3,
  emails: 4,
  meetings: 1,
  proposals: 0,
});

const tuesday = (hour: number) => instantAt("2026-03-03", hour * 60, zone);
const ledBy = (personId: string) =>
  db.session.count({ where: { enrollmentId: stage.first.id, facilitators: { some: { personId } } } });

describe("giving a mentee another mentor", () => {
  beforeEach(() => stage.run());

  test("closes the old pairing, begins the next today, and moves what lies ahead to its mentor", async () => {
    clock.set(tuesday(9));
    const { pairingId: newId } = await stage.reassign();
    expect(await pairingRow(pairingId)).toMatchObject({ state: "REASSIGNED", endReason: reason });
    expect(await pairingRow(newId)).toMatchObject({
      state: "ACTIVE",
      mentorId: next.id,
      startsOn: new Date("2026-03-03"),
      announcedAt: tuesday(9),
    });
    // Monday was the old mentor's, and stays theirs.
    expect([await ledBy(stage.people.mentor.id), await ledBy(next.id)]).toEqual([1, 2]);
  });

  test("tells all three, and why it happened to organizers alone", async () => {
    const { pairingId: newId } = await stage.reassign();
    expect(await told("pairedMentee")).toEqual(ids(stage.people.mentee));
    expect(await told("pairedMentor")).toEqual(ids(next));
    expect(await told("handedOver")).toEqual(ids(stage.people.mentor));
    expect(await recorded("handovers.reassignPairing")).toBe(2);
    const written = [await db.message.findMany(), await db.handover.findMany(), await db.auditRecord.count()];
    expect(JSON.stringify(written)).not.toContain("shifts");
    const { mentee, organizer } = stage.actors;
    expect((await pairingPage(organizer, pairingId)).endReason).toBe(reason);
    expect(JSON.stringify(await pairingPage(mentee, pairingId))).not.toContain("shifts");
    expect(JSON.stringify(await pairingHistory(mentee, newId))).not.toContain("shifts");
  });

  test("hands over goals, skills, the shared parts of the logs and what is open, to the next mentor", async () => {
    clock.set(instantAt(monday, 17 * 60, zone));
    const { mentor, mentee } = stage.actors;
    await submitLog(mentor, { ...log("Needs a quiet room", "SHARED"), day: monday });
    clock.set(tuesday(17));
    await submitLog(mentor, { ...log("Between us: afraid of the phone", "PRIVATE"), day: "2026-03-03" });
    const words = { indicator: "Calls led alone", baseline: "0", target: "5", dueOn: "2026-03-04" } as const;
    const goal = await proposeGoal(mentor, { pairingId, ...words });
    await agreeGoal(mentee, goal);
    const { pairingId: newId } = await stage.reassign();
    const who = await actor(next);
    const pack = await receivedHandover(who, newId);
    expect(pack).toMatchObject({
      from: stage.people.mentor.name,
      note: "Shadow one more demo",
      goals: [{ indicator: "Calls led alone", agreed: true }],
      skills: [{ name: "Discovery", times: 2, lastOn: "2026-03-03" }],
      logs: [{ note: "" }, { note: "Needs a quiet room" }],
      sessions: [{ title: "Shadow a call" }],
    });
    expect(JSON.stringify(await db.handover.findMany())).not.toContain("afraid");
    expect(await receivedHandover(mentee, newId)).toBeNull();
    const [carried] = (await pairingPage(who, newId)).goals;
    expect(carried).toMatchObject({ target: "5", mentorAgreedAt: null });
    expect(carried?.menteeAgreedAt).not.toBeNull();
  });

  test("ends the old mentor's access, and leaves their logs with their name", async () => {
    clock.set(instantAt(monday, 17 * 60, zone));
    const { mentor } = stage.actors;
    await submitLog(mentor, { ...log("", "SHARED"), day: monday });
    await stage.reassign();
    await expect(menteeRecord(mentor, stage.first.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(pairingPage(mentor, pairingId)).rejects.toBeInstanceOf(NotFoundError);
    await expect(submitLog(mentor, { ...log("", "SHARED"), day: monday, version: 1 })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    const { logs } = await menteeRecord(await actor(next), stage.first.id);
    expect(logs[0]?.author.name).toBe(stage.people.mentor.name);
  });

  test("places the sessions where the next mentor is free", async () => {
    const busy = { facilitator: next, state: "CONFIRMED" as const, day: "2026-03-04" as const };
    await aSession(stage.cohort, { ...busy, minute: 13 * 60, minutes: 90 });
    expect((await stage.reassign()).toMove).toEqual([]);
    const moved = await db.session.findFirstOrThrow({
      where: { enrollmentId: stage.first.id, day: new Date("2026-03-04") },
    });
    expect(moved.startsAt).toEqual(instantAt("2026-03-04", 14 * 60 + 30, zone));
  });

  test("goes through when a session finds no time: it is named before and after, and theirs once it is moved", async () => {
    const whole = { facilitator: next, state: "CONFIRMED" as const, day: "2026-03-04" as const };
    await aSession(stage.cohort, { ...whole, minute: 7 * 60, minutes: 13 * 60 });
    const { organizer } = stage.actors;
    const before = await movesOf(organizer, pairingId);
    expect(before.leaves).toBeNull();
    expect(before.to.get(next.id)).toMatchObject({ joins: null, alone: 0 });
    expect(before.to.get(next.id)?.toMove).toMatchObject([{ title: "Shadow a call", day: "2026-03-04" }]);
    await stage.refusesOthers((who) => movesOf(who, pairingId));
    const { pairingId: id, toMove } = await stage.reassign();
    expect(toMove).toEqual(before.to.get(next.id)?.toMove);
    expect(await leaderlessSessions(organizer, id)).toEqual(toMove);
    expect(await leaderlessSessions(await actor(next), id)).toEqual([]);
    const sessionId = toMove[0]?.id ?? "";
    await moveSession(organizer, { sessionId, day: "2026-03-04", time: "20:30", moves: 0 });
    expect(await leaderlessSessions(organizer, id)).toEqual([]);
    expect(
      await db.sessionFacilitator.findMany({ where: { sessionId }, select: { personId: true, state: true } }),
    ).toEqual([{ personId: next.id, state: "ACCEPTED" }]);
  });

  test("is refused to a mentor who has paused, or is on leave when it begins", async () => {
    const days = { firstDay: new Date(monday), lastDay: new Date(monday), createdAt: mondayMorning };
    await db.leave.create({ data: { personId: next.id, ...days } });
    await expect(stage.reassign()).rejects.toEqual(refused("handovers.refused.onLeave"));
    await db.leave.updateMany({ data: { removedAt: mondayMorning } });
    await db.mentorPause.create({ data: { personId: next.id, since: mondayMorning } });
    await expect(stage.reassign()).rejects.toEqual(refused("mentor-leave.refused.paused"));
    const board = await getPairingBoard(stage.actors.organizer, stage.cohort.id);
    expect(board.mentors.find(({ personId }) => personId === next.id)?.paused).toBe(true);
    expect((await pairingRow(pairingId)).state).toBe("ACTIVE");
  });

  test("follows the rules of every pairing", async () => {
    const { cohort, floor } = stage;
    await expect(stage.reassign(stage.nomination.id)).rejects.toEqual(
      refused("handovers.refused.sameMentor"),
    );
    const unwilling = await aNomination(cohort, floor, await aPerson(), { willingness: "INVITED" });
    await expect(stage.reassign(unwilling.id)).rejects.toEqual(refused("mentors.refused.notWilling"));
    const small = await aNomination(cohort, floor, await aPerson(), { capacity: 1 });
    const second = await stage.pair(stage.second, small);
    await expect(stage.reassign(small.id)).rejects.toEqual(refused("pairings.refused.capacityFull"));
    await expect(stage.reassign(offered.id, second.pairingId)).rejects.toEqual(
      refused("pairings.refused.pairingState"),
    );
    const apart = { personId: next.id, otherPersonId: stage.first.person.id, createdById: next.id };
    await db.doNotPair.create({ data: { ...apart, createdAt: mondayMorning } });
    await expect(stage.reassign()).rejects.toEqual(refused("pairings.refused.doNotPair"));
    const fits = await fitsFor(stage.actors.organizer, pairingId);
    expect(fits.get(offered.id)?.forbidden).toEqual({ key: "matching.rule.doNotPair" });
    await stage.refusesOthers((who) => fitsFor(who, pairingId));
    await db.person.update({ where: { id: stage.first.person.id }, data: { managerId: next.id } });
    await expect(stage.reassign()).rejects.toEqual(refused("pairings.refused.lineManager"));
    expect((await pairingRow(pairingId)).state).toBe("ACTIVE");
  });

  test("is the organizer's alone, and happens once when two press at the same time", async () => {
    const input = { pairingId, nominationId: offered.id, reason, note: "" };
    await stage.refusesOthers((who) => reassignPairing(who, input));
    const other = await aNomination(stage.cohort, stage.floor, await aPerson());
    const both = await settle([stage.reassign(), stage.reassign(other.id)]);
    expect(both.done).toBe(1);
    const current = await db.pairing.count({ where: { enrollmentId: stage.first.id, state: "ACTIVE" } });
    expect(current).toBe(1);
  });

  test("is kept as it was given: the database lets nobody write a handover again, or one from elsewhere", async () => {
    await stage.reassign();
    const { id, ...handover } = await db.handover.findFirstOrThrow();
    await expect(db.handover.update({ where: { id }, data: { note: "" } })).rejects.toThrow(
      /permission denied/,
    );
    const second = await stage.pair(stage.second, offered);
    const elsewhere = { ...handover, fromPairingId: second.pairingId, toPairingId: pairingId, pack: {} };
    await expect(db.handover.create({ data: elsewhere })).rejects.toThrow(/handover_of_reassigned/);
  });
});

test("a pairing of which the two were not told is reassigned without telling anybody", async () => {
  const held = await stage.pair(stage.second);
  const ids = { cohortId: stage.cohort.id, pairingIds: [held.pairingId] };
  await confirmPairings(stage.actors.organizer, { ...ids, when: "HELD" });
  await db.message.deleteMany();
  const { pairingId: newId } = await stage.reassign(offered.id, held.pairingId);
  expect(await db.message.count()).toBe(0);
  expect(await pairingRow(newId)).toMatchObject({
    state: "CONFIRMED",
    announcement: "HELD",
    announcedAt: null,
  });
  await expect(pairingPage(await actor(next), newId)).rejects.toBeInstanceOf(NotFoundError);
});
