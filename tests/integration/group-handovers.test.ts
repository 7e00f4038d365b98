import { afterAll, beforeEach, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { reassignPairing } from "@/lib/handovers/commands";
import { movesOf } from "@/lib/handovers/to-move";
import { aGroupStage, begin, type GroupStage, sessionOf } from "@/tests/support/group-stage";
import { aNomination, aPerson, aSession, monday } from "@/tests/support/rows";
import { at } from "@/tests/support/session-stage";

let stage: GroupStage;
let next: { id: string };
let offered: { id: string };
let pairingId: string;

/** One mentor with a group of two, and another one with a mentee who is alone so far. */
beforeEach(async () => {
  stage = await aGroupStage();
  next = await aPerson();
  offered = await aNomination(stage.cohort, stage.floor, next);
  const [first, second] = [await stage.pair(stage.first), await stage.pair(stage.second)];
  const third = await stage.pair(stage.third, offered);
  await stage.confirm(first.pairingId, second.pairingId, third.pairingId);
  pairingId = second.pairingId;
});
afterAll(() => clock.run());

const reassign = () =>
  reassignPairing(stage.actors.organizer, {
    pairingId,
    nominationId: offered.id,
    reason: "Other work",
    note: "",
  });
const minuteOf = ({ startsAt }: { startsAt: Date }) => (+startsAt - +at(monday, "00:00")) / 60_000;

/** The meetings of the next mentor that more than one mentee comes to. */
async function metTogether() {
  const led = await db.session.findMany({
    where: { facilitators: { some: { personId: next.id } }, state: { in: ["PLANNED", "CONFIRMED"] } },
    select: { meetingId: true, startsAt: true },
  });
  const meetings = led.map((one) => `${one.meetingId} ${+one.startsAt}`);
  return new Set(meetings.filter((one, index) => meetings.indexOf(one) !== index)).size;
}

test("before a mentee changes groups, it is said whom they leave and to whom they come, and so it happens", async () => {
  await begin(stage);
  const { leaves, to } = await movesOf(stage.actors.organizer, pairingId);
  expect(leaves).toEqual({ count: 3, first: monday, names: [stage.first.person.name] });
  expect(to.get(next.id)).toEqual({
    toMove: [],
    joins: { count: 3, first: monday, names: [stage.third.person.name], moves: 0 },
    alone: 0,
  });
  expect([...to.keys()]).toEqual([next.id]);
  const was = await sessionOf(stage.third);
  await reassign();
  expect(await metTogether()).toBe(3);
  expect((await sessionOf(stage.third)).startsAt).toEqual(was.startsAt);
  await stage.refusesOthers((who) => movesOf(who, pairingId));
});

test("where a mentee is elsewhere when the next group meets, it is said that they are met alone", async () => {
  await begin(stage);
  const theirs = await sessionOf(stage.third);
  await aSession(stage.cohort, {
    attends: [stage.second],
    state: "CONFIRMED",
    minute: minuteOf(theirs),
  });
  const { to } = await movesOf(stage.actors.organizer, pairingId);
  expect(to.get(next.id)).toMatchObject({ joins: { count: 2 }, alone: 1 });
  await reassign();
  expect(await metTogether()).toBe(2);
});

test("while it is planned, it is said that a meeting moves for all, and nothing is moved by asking", async () => {
  const was = await sessionOf(stage.third);
  await aSession(stage.cohort, { attends: [stage.second], state: "CONFIRMED", minute: minuteOf(was) });
  const { to } = await movesOf(stage.actors.organizer, pairingId);
  expect(to.get(next.id)).toMatchObject({ joins: { count: 3, moves: 1 }, alone: 0, toMove: [] });
  expect((await sessionOf(stage.third)).startsAt).toEqual(was.startsAt);
  await reassign();
  expect(await metTogether()).toBe(3);
  const moved = await db.session.findFirstOrThrow({ where: { id: was.id } });
  expect(moved.startsAt).not.toEqual(was.startsAt);
});
