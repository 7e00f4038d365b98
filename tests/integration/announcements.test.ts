import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { actorOf } from "@/lib/actor";
import { announceAtKickoff, announcePairings } from "@/lib/announcements/commands";
import { unannouncedPairings } from "@/lib/announcements/queries";
import type { AnnouncementTime } from "@/lib/announcements/rules";
import { clock } from "@/lib/clock";
import { cohortSummary, listCohorts } from "@/lib/cohorts/queries";
import { instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { logDesk } from "@/lib/logs/queries";
import { menteeRecord } from "@/lib/mentees/queries";
import { ledSchedule } from "@/lib/mentoring/queries";
import { getOwnNomination } from "@/lib/mentors/queries";
import { confirmPairings, endPairing } from "@/lib/pairings/commands";
import { cohortSchedule } from "@/lib/schedule/cohort-schedule";
import { moveSession } from "@/lib/schedule/commands";
import { ownSchedule } from "@/lib/schedule/queries";
import { createSessions } from "@/lib/sessions/commands";
import { sessionPage } from "@/lib/sessions/queries";
import { ids, recorded, refused, told, zone } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage, pairingRow, settle } from "@/tests/support/pairing-stage";
import { actor, aSession, monday, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
  const { id } = stage.cohort;
  await createSessions(db, { cohortId: id, enrollmentIds: [stage.first.id], cohortWide: true });
});
afterAll(() => clock.run());

/** The pairing of the first mentee, confirmed, and told of as `when` says. */
async function confirmed(when: AnnouncementTime) {
  const { pairingId } = await stage.pair(stage.first);
  await confirmPairings(stage.actors.organizer, {
    cohortId: stage.cohort.id,
    pairingIds: [pairingId],
    when,
  });
  return pairingId;
}

const announceNow = (pairingId: string, when: AnnouncementTime = "NOW") =>
  announcePairings(stage.actors.organizer, { cohortId: stage.cohort.id, pairingIds: [pairingId], when });

async function launched() {
  await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "READY" } });
  await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "ACTIVE" } });
}

describe("before it is announced", () => {
  test("neither side is told of a pairing, and neither can see it anywhere", async () => {
    const pairingId = await confirmed("HELD");
    await launched();
    const { mentor, mentee } = stage.actors;
    const name = stage.people.mentor.name;
    expect(await db.message.count()).toBe(0);
    const seenByMentee = await Promise.all([
      ownSchedule(mentee),
      menteeRecord(mentee, stage.first.id),
      cohortSummary(mentee, stage.cohort.id),
      cohortSchedule(mentee, stage.cohort.id, monday),
    ]);
    expect(JSON.stringify(seenByMentee)).not.toContain(name);
    const pair = await db.session.findFirstOrThrow({ where: { enrollmentId: stage.first.id } });
    expect(JSON.stringify(await sessionPage(mentee, pair.id))).not.toContain(name);
    const seenByMentor = await Promise.all([
      ledSchedule(mentor),
      logDesk(mentor, null),
      getOwnNomination(mentor, stage.nomination.id),
      cohortSummary(mentor, stage.cohort.id),
    ]);
    expect(JSON.stringify(seenByMentor)).not.toContain(stage.first.person.name);
    await expect(menteeRecord(mentor, stage.first.id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(sessionPage(mentor, pair.id)).rejects.toBeInstanceOf(NotFoundError);
    const organizers = await sessionPage(stage.actors.organizer, pair.id);
    expect(JSON.stringify(organizers)).toContain(name);
    expect((await unannouncedPairings(stage.actors.organizer, stage.cohort.id))[0]?.id).toBe(pairingId);
  });

  test("a mentor who is nothing else to the cohort does not find it, and its sessions are kept for them", async () => {
    await confirmed("HELD");
    const { mentor } = stage.people;
    expect(await db.sessionFacilitator.count({ where: { personId: mentor.id, state: "RESERVED" } })).toBe(3);
    const asMentor = await actorOf(db, mentor.id);
    if (!asMentor) throw new Error("the mentor is active");
    await db.mentorNomination.update({
      where: { id: stage.nomination.id },
      data: { personId: stage.people.manager.id },
    });
    expect((await listCohorts(asMentor, {})).planned).toEqual([]);
  });

  test("a session that is moved, and a pairing that ends, are told to nobody who does not know", async () => {
    const pairingId = await confirmed("HELD");
    const pair = await db.session.findFirstOrThrow({ where: { enrollmentId: stage.first.id } });
    const to = { day: "2026-03-03", time: "16:00", moves: 0 } as const;
    await moveSession(stage.actors.organizer, { sessionId: pair.id, ...to });
    await endPairing(stage.actors.organizer, { pairingId, reason: "Another plan" });
    expect(await db.message.count()).toBe(0);
    expect((await pairingRow(pairingId)).announcedAt).toBeNull();
  });
});

describe("announcing", () => {
  test("now tells both, with the way to each other's page, and their sessions become the mentor's", async () => {
    const pairingId = await confirmed("HELD");
    await announceNow(pairingId);
    expect(await told("pairedMentee")).toEqual(ids(stage.people.mentee));
    expect(await told("pairedMentor")).toEqual(ids(stage.people.mentor));
    const [message] = await db.message.findMany({ where: { kind: "pairedMentor" } });
    expect(message?.href).toBe(`/pairings/${pairingId}`);
    expect(await db.sessionFacilitator.count({ where: { state: "RESERVED" } })).toBe(0);
    expect((await ownSchedule(stage.actors.mentee))?.mentors).toHaveLength(1);
    expect(await recorded("announcements.announcePairings")).toBe(1);
  });

  test("is the organizer's alone, and of pairings of this cohort", async () => {
    const pairingId = await confirmed("HELD");
    const input = { cohortId: stage.cohort.id, pairingIds: [pairingId], when: "NOW" as const };
    await stage.refusesOthers((who) => announcePairings(who, input));
    await expect(announceNow(crypto.randomUUID())).rejects.toBeInstanceOf(NotFoundError);
  });

  test("happens once, however many press at once, and is not taken back, not by the database either", async () => {
    const pairingId = await confirmed("HELD");
    const { done } = await settle([announceNow(pairingId), announceNow(pairingId), announceNow(pairingId)]);
    expect(done).toBe(1);
    expect(await told("pairedMentee")).toHaveLength(1);
    await expect(announceNow(pairingId, "HELD")).rejects.toEqual(
      refused("announcements.refused.announcedAlready"),
    );
    const where = { id: pairingId };
    await expect(db.pairing.update({ where, data: { announcedAt: null } })).rejects.toThrow(
      /pairing_announced_once/,
    );
  });

  test("refuses a suggestion, in the code and in the database", async () => {
    const { pairingId } = await stage.pair(stage.first);
    await expect(announceNow(pairingId)).rejects.toEqual(refused("announcements.refused.notConfirmed"));
    await expect(
      db.pairing.update({ where: { id: pairingId }, data: { announcedAt: mondayMorning } }),
    ).rejects.toThrow(/pairing_announced_confirmed/);
  });
});

describe("the kickoff", () => {
  const nine = instantAt(monday, 10 * 60, zone);
  beforeEach(() => aSession(stage.cohort, { kind: "KICKOFF", minute: 10 * 60, state: "CONFIRMED" }));

  test("announces what waits for it when it begins in a cohort that runs, once, and not what is held back", async () => {
    const pairingId = await confirmed("KICKOFF");
    clock.set(nine);
    expect(await announceAtKickoff()).toBe(0);
    await launched();
    clock.set(new Date(+nine - 60_000));
    expect(await announceAtKickoff()).toBe(0);
    clock.set(nine);
    await announceNow(pairingId, "HELD");
    expect(await announceAtKickoff()).toBe(0);
    await announceNow(pairingId, "KICKOFF");
    const twice = await Promise.all([announceAtKickoff(), announceAtKickoff()]);
    expect(twice[0] + twice[1]).toBe(1);
    expect(await told("pairedMentor")).toEqual(ids(stage.people.mentor));
    expect(await pairingRow(pairingId)).toMatchObject({ announcedAt: nine });
    expect(await recorded("announcements.announcedAtKickoff")).toBe(1);
  });

  test("that was moved announces when it begins now", async () => {
    await confirmed("KICKOFF");
    await launched();
    await db.session.updateMany({
      where: { kind: "KICKOFF" },
      data: { startsAt: new Date(+nine + 3_600_000), endsAt: new Date(+nine + 7_200_000) },
    });
    clock.set(nine);
    expect(await announceAtKickoff()).toBe(0);
    clock.set(new Date(+nine + 3_600_000));
    expect(await announceAtKickoff()).toBe(1);
  });
});

test("in a cohort without a kickoff ahead, what waits for one is announced as soon as the cohort runs", async () => {
  await confirmed("KICKOFF");
  expect(await announceAtKickoff()).toBe(0);
  await launched();
  expect(await announceAtKickoff()).toBe(1);
  const mentee = await actor(stage.people.mentee);
  expect((await ownSchedule(mentee))?.mentors).toHaveLength(1);
});
