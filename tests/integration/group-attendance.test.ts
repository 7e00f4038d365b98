import { afterAll, expect, test } from "vitest";
import { recordAttendance } from "@/lib/attendance/commands";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { reassignPairing } from "@/lib/handovers/commands";
import { ownSchedule } from "@/lib/schedule/queries";
import { sessionPage } from "@/lib/sessions/queries";
import { aGroupStage, begin, type GroupStage, sessionOf } from "@/tests/support/group-stage";
import { refused } from "@/tests/support/mentor-stage";
import { settle } from "@/tests/support/pairing-stage";
import { actor, aNomination, aPerson } from "@/tests/support/rows";

afterAll(() => clock.run());

const attended = (
  { id }: { id: string },
  ...those: [{ id: string }, "PRESENT" | "LATE" | "ABSENT" | "EXCUSED"][]
) => ({
  sessionId: id,
  attendances: those.map(([enrollment, state]) => ({ enrollmentId: enrollment.id, state })),
});
const outcomes = ({ mentees }: GroupStage) =>
  Promise.all(
    mentees.map(async (one) => {
      const session = await sessionOf(one);
      const attendance = await db.attendance.findFirstOrThrow({ where: { sessionId: session.id } });
      return [session.state, attendance.state];
    }),
  );

test("the mentor records a meeting of the group once, for each of its mentees", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const own = await sessionOf(stage.second);
  const { session } = await sessionPage(stage.lead, own.id);
  const listed = [session, ...session.group].flatMap(({ attendances }) => attendances);
  expect(listed.map(({ enrollment }) => enrollment.id).sort()).toEqual(
    stage.mentees.map(({ id }) => id).sort(),
  );
  clock.set(own.endsAt);
  const [first, second, third] = [stage.first, stage.second, stage.third];
  await recordAttendance(
    stage.lead,
    attended(own, [first, "PRESENT"], [second, "ABSENT"], [third, "EXCUSED"]),
  );
  expect(await outcomes(stage)).toEqual([
    ["HELD", "PRESENT"],
    ["HELD", "ABSENT"],
    ["HELD", "EXCUSED"],
  ]);
  expect(await db.auditRecord.count({ where: { action: "attendance.recordAttendance" } })).toBe(3);
  await recordAttendance(stage.lead, attended(own, [second, "LATE"]));
  expect((await outcomes(stage))[1]).toEqual(["HELD", "LATE"]);
  // What is as it was is written and told no second time.
  await recordAttendance(stage.lead, attended(own, [first, "PRESENT"], [second, "LATE"]));
  expect(await db.auditRecord.count({ where: { action: "attendance.recordAttendance" } })).toBe(4);
});

test("a meeting to which nobody of the group came was missed by all", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const own = await sessionOf(stage.first);
  clock.set(own.endsAt);
  const all = stage.mentees.map((one): [{ id: string }, "ABSENT"] => [one, "ABSENT"]);
  await recordAttendance(stage.lead, attended(own, ...all));
  expect(await outcomes(stage)).toEqual(stage.mentees.map(() => ["MISSED", "ABSENT"]));
});

test("two who record one meeting at once, each by another mentee, follow each other", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const [one, other] = [await sessionOf(stage.first), await sessionOf(stage.second)];
  clock.set(one.endsAt);
  const all = stage.mentees.map((mentee): [{ id: string }, "PRESENT"] => [mentee, "PRESENT"]);
  const { done } = await settle([
    recordAttendance(stage.lead, attended(one, ...all)),
    recordAttendance(stage.actors.organizer, attended(other, ...all)),
  ]);
  expect(done).toBe(2);
  expect(await outcomes(stage)).toEqual(stage.mentees.map(() => ["HELD", "PRESENT"]));
  expect(await db.auditRecord.count({ where: { action: "attendance.recordAttendance" } })).toBe(3);
});

test("of a meeting all is recorded or nothing, by those alone who may, and of no mentee of another", async () => {
  const stage = await aGroupStage();
  await stage.join(stage.first, stage.second);
  await begin(stage);
  const own = await sessionOf(stage.first);
  const both = attended(own, [stage.first, "EXCUSED"], [stage.second, "PRESENT"]);
  const expected = ["CONFIRMED", "EXPECTED"];
  await expect(recordAttendance(stage.lead, both)).rejects.toEqual(refused("sessions.refused.notStarted"));
  clock.set(own.endsAt);
  const mentee = await actor(stage.second.person);
  for (const who of [mentee, stage.actors.manager, stage.actors.stranger]) {
    await expect(recordAttendance(who, both)).rejects.toBeInstanceOf(NotFoundError);
  }
  const strange = attended(own, [stage.first, "PRESENT"], [stage.third, "PRESENT"]);
  await expect(recordAttendance(stage.lead, strange)).rejects.toBeInstanceOf(NotFoundError);
  expect(await outcomes(stage)).toEqual([expected, expected, expected]);
});

test("who mentors one of the group later records nothing of the others", async () => {
  const stage = await aGroupStage();
  const [, moved = ""] = await stage.join(stage.first, stage.second);
  await begin(stage);
  const own = await sessionOf(stage.second);
  clock.set(own.endsAt);
  const someone = await aPerson();
  const next = await aNomination(stage.cohort, stage.floor, someone);
  const reason = "Other work";
  await reassignPairing(stage.actors.organizer, {
    pairingId: moved,
    nominationId: next.id,
    reason,
    note: "",
  });
  const later = await actor(someone);
  const both = attended(own, [stage.second, "LATE"], [stage.first, "PRESENT"]);
  await expect(recordAttendance(later, both)).rejects.toBeInstanceOf(NotFoundError);
  expect((await outcomes(stage)).slice(0, 2)).toEqual([
    ["CONFIRMED", "EXPECTED"],
    ["CONFIRMED", "EXPECTED"],
  ]);
  await recordAttendance(later, attended(own, [stage.second, "LATE"]));
  expect((await outcomes(stage)).slice(0, 2)).toEqual([
    ["CONFIRMED", "EXPECTED"],
    ["HELD", "LATE"],
  ]);
});

test("a mentee's schedule says who else comes, once the pairings are announced", async () => {
  const stage = await aGroupStage();
  await stage.join(...stage.mentees);
  await begin(stage);
  const mentee = await actor(stage.first.person);
  const groups = async () => (await ownSchedule(mentee))?.sessions.map(({ group }) => group);
  // What is for the whole cohort is no meeting of the group.
  const both = (names: string[]) => [0, 1, 2].flatMap(() => [[], names]);
  const others = [stage.second, stage.third].map(({ person }) => person.name).sort();
  expect(await groups()).toEqual(both(others));
  // Nobody of the group knows of the others whose pairing is still between the organizers.
  const reserve = (one: { id: string }) =>
    db.sessionFacilitator.updateMany({
      where: { session: { enrollmentId: one.id } },
      data: { state: "RESERVED" },
    });
  await reserve(stage.second);
  expect(await groups()).toEqual(both([stage.third.person.name]));
  await reserve(stage.first);
  expect(await groups()).toEqual(both([]));
});
