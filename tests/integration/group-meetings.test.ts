import { afterAll, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { withdrawMentee } from "@/lib/enrollments/commands";
import { reassignPairing } from "@/lib/handovers/commands";
import { ledSchedule } from "@/lib/mentoring/queries";
import { endPairing } from "@/lib/pairings/commands";
import { assignFacilitator, cancelSession, moveSession } from "@/lib/schedule/commands";
import { confirmSessions, facilitatorClashes } from "@/lib/sessions/commands";
import { sessionPage } from "@/lib/sessions/queries";
import { aGroupStage, begin, type GroupStage, sessionOf } from "@/tests/support/group-stage";
import { refused } from "@/tests/support/mentor-stage";
import { settle } from "@/tests/support/pairing-stage";
import { actor, aNomination, aPerson, aSession, monday } from "@/tests/support/rows";
import { at, messagesOf, tuesday } from "@/tests/support/session-stage";

afterAll(() => clock.run());

/** What the mentor leads: for each time, how many sessions lie there, and of how many meetings. */
async function timesOf({ people }: GroupStage) {
  const led = await db.session.findMany({
    where: {
      facilitators: { some: { personId: people.mentor.id } },
      state: { in: ["PLANNED", "CONFIRMED"] },
    },
    orderBy: { startsAt: "asc" },
  });
  const times = new Map<number, string[]>();
  for (const one of led) times.set(+one.startsAt, [...(times.get(+one.startsAt) ?? []), one.meetingId ?? ""]);
  return [...times].map(([time, those]) => ({ time, sessions: those.length, meetings: new Set(those).size }));
}

const together = (count: number) =>
  [0, 1, 2].map(() => expect.objectContaining({ sessions: count, meetings: 1 }));

test("the mentees of one mentor in a group program meet together, each day at one time", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  expect(await timesOf(stage)).toEqual(together(3));
  expect(await facilitatorClashes(db, { cohortId: stage.cohort.id })).toEqual([]);
  await confirmSessions(db, { cohortId: stage.cohort.id });
  expect(await db.session.count({ where: { state: "PLANNED" } })).toBe(0);
});

test("a time is looked for at which the mentor and every mentee are free", async () => {
  const stage = await aGroupStage();
  for (const [index, one] of stage.mentees.entries()) {
    await aSession(stage.cohort, { attends: [one], state: "CONFIRMED", minute: 13 * 60 + index * 45 });
  }
  await stage.join(...stage.mentees);
  const [first] = await timesOf(stage);
  expect(first).toMatchObject({ sessions: 3, meetings: 1, time: +at(monday, "15:15") });
});

test("who joins the group later comes to what is planned, two at once as well", async () => {
  const stage = await aGroupStage();
  await stage.join(stage.first);
  await begin(stage);
  const before = await timesOf(stage);
  const pairs = [await stage.pair(stage.second), await stage.pair(stage.third)];
  const { done } = await settle(pairs.map(({ pairingId }) => stage.confirm(pairingId)));
  expect(done).toBe(2);
  expect(await timesOf(stage)).toEqual(before.map((one) => ({ ...one, sessions: 3 })));
});

test("who is elsewhere when the group meets that day is met alone", async () => {
  const stage = await aGroupStage();
  await stage.join(stage.first, stage.second);
  await begin(stage);
  const { startsAt } = await sessionOf(stage.first);
  const minute = (+startsAt - +at(monday, "00:00")) / 60_000;
  await aSession(stage.cohort, { attends: [stage.third], state: "CONFIRMED", minute });
  await stage.join(stage.third);
  expect((await timesOf(stage)).map(({ sessions }) => sessions).sort()).toEqual([1, 2, 3, 3]);
  expect((await sessionOf(stage.third)).meetingId).toBeNull();
});

test("who leaves, is withdrawn or goes to another mentor leaves the group, and it goes on", async () => {
  const stage = await aGroupStage();
  const [ended = "", , moved = ""] = await stage.join(...stage.mentees);
  await begin(stage);
  const next = await aNomination(stage.cohort, stage.floor, await aPerson());
  const organizer = stage.actors.organizer;
  await reassignPairing(organizer, { pairingId: moved, nominationId: next.id, reason: "Goals", note: "" });
  const times = await timesOf(stage);
  expect(times).toEqual(together(2));
  expect((await sessionOf(stage.third)).meetingId).not.toBe((await sessionOf(stage.first)).meetingId);
  await endPairing(organizer, { pairingId: ended, reason: "Other work" });
  expect(await timesOf(stage)).toEqual(times.map((one) => ({ ...one, sessions: 1 })));
  await withdrawMentee(organizer, { enrollmentId: stage.second.id, reason: "Left the company" });
  expect(await timesOf(stage)).toEqual([]);
});

test("moving or cancelling one moves and cancels it for the whole group, and tells each of them once", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  await db.message.deleteMany();
  const { id, meetingId } = await sessionOf(stage.second);
  const { undo } = await moveSession(stage.lead, { sessionId: id, day: tuesday, time: "09:30", moves: 0 });
  const moved = { meetingId, startsAt: at(tuesday, "09:30") };
  expect(await db.session.count({ where: moved })).toBe(3);
  await moveSession(stage.lead, undo);
  expect(await db.session.count({ where: moved })).toBe(0);
  await cancelSession(stage.actors.organizer, { sessionId: id });
  expect(await db.session.count({ where: { meetingId, state: "CANCELLED" } })).toBe(3);
  for (const { person } of stage.mentees) {
    expect(await messagesOf(person)).toEqual(["sessionMoved", "sessionMoved", "sessionCancelled"]);
    const told = await db.message.findFirstOrThrow({ where: { personId: person.id } });
    const own = await db.session.findUniqueOrThrow({ where: { id: told.href.split("/").at(-1) ?? "" } });
    expect(own.enrollmentId).toBe(stage.mentees.find((one) => one.person.id === person.id)?.id);
  }
  expect(await messagesOf(stage.people.mentor)).toEqual(["sessionCancelled"]);
});

test("two who move one meeting at once, each by another mentee, move it once", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const [one, other] = [await sessionOf(stage.first), await sessionOf(stage.second)];
  const to = { day: tuesday, moves: 0 };
  const outcome = await settle([
    moveSession(stage.lead, { ...to, sessionId: one.id, time: "09:30" }),
    moveSession(stage.actors.organizer, { ...to, sessionId: other.id, time: "10:30" }),
  ]);
  expect(outcome).toEqual({ done: 1, keys: ["errors.somebodyFaster"] });
});

test("somebody who leads it once leads it for the whole group", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const { id, meetingId } = await sessionOf(stage.first);
  const deputy = await aPerson();
  await assignFacilitator(stage.actors.organizer, { sessionId: id, personId: deputy.id });
  expect(
    await db.session.count({ where: { meetingId, facilitators: { some: { personId: deputy.id } } } }),
  ).toBe(3);
  const asked = assignFacilitator(stage.actors.organizer, {
    sessionId: id,
    personId: stage.second.person.id,
  });
  await expect(asked).rejects.toEqual(refused("sessions.refused.facilitatorIsMentee"));
});

test("the mentor sees one line with all names, and each mentee who else comes", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  const { days } = await ledSchedule(stage.lead);
  const names = stage.mentees.map(({ person }) => person.name).sort();
  expect(days.map(({ sessions }) => sessions.map(({ mentees }) => [...mentees].sort()))).toEqual(
    [0, 1, 2].map(() => [names]),
  );
  const own = await sessionOf(stage.first);
  const others = stage.mentees.slice(1).map(({ person }) => person.name);
  const page = await sessionPage(await actor(stage.first.person), own.id);
  expect(page.session.group.map(({ name }) => name).sort()).toEqual(others.sort());
  expect(page.session.group.map(({ id }) => id)).toEqual([null, null]);
  const mentors = await sessionPage(stage.lead, own.id);
  expect(mentors.session.group.every(({ id }) => id !== null)).toBe(true);
});

test("the database refuses a meeting at two times, and its mentor anywhere else meanwhile", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const { id, startsAt, endsAt } = await sessionOf(stage.first);
  const later = { startsAt: new Date(+startsAt + 600_000), endsAt: new Date(+endsAt + 600_000) };
  await expect(db.session.update({ where: { id }, data: later })).rejects.toThrow(/meeting_together/);
  await expect(db.session.update({ where: { id }, data: { meetingId: null } })).rejects.toThrow(
    /facilitator_not_twice/,
  );
  const minute = (+startsAt - +at(monday, "00:00")) / 60_000 + 10;
  await expect(
    aSession(stage.cohort, { facilitator: stage.people.mentor, state: "CONFIRMED", minute }),
  ).rejects.toThrow(/facilitator_not_twice/);
  const shared = await aSession(stage.cohort, { state: "CONFIRMED" });
  await expect(db.session.update({ where: { id: shared.id }, data: { meetingId: id } })).rejects.toThrow(
    /meeting_of_mentees/,
  );
});

test("in any other program each mentee has the mentor alone", async () => {
  const stage = await aGroupStage("PEER");
  await stage.join(...stage.mentees);
  expect((await timesOf(stage)).every(({ sessions }) => sessions === 1)).toBe(true);
  expect(await db.session.count({ where: { meetingId: { not: null } } })).toBe(0);
});
