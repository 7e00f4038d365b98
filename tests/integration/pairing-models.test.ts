import { afterAll, expect, test } from "vitest";
import { pairingPage } from "@/lib/agreements/queries";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { proposeMentors } from "@/lib/nominations/commands";
import { createSessions } from "@/lib/sessions/commands";
import { refused } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage } from "@/tests/support/pairing-stage";
import { actor, aNomination } from "@/tests/support/rows";

afterAll(() => clock.run());

test("in a group program the mentees of one mentor know who is in the group, once it was announced", async () => {
  const stage = await aPairingStage({ model: "GROUP" });
  const [{ pairingId }, second] = [await stage.pair(stage.first), await stage.pair(stage.second)];
  await stage.confirm(pairingId);
  expect((await pairingPage(stage.actors.mentee, pairingId)).group).toEqual([]);
  await stage.confirm(second.pairingId);
  expect((await pairingPage(stage.actors.mentee, pairingId)).group).toEqual([stage.second.person.name]);
});

test("where the program pairs one to one, no mentee sees who else has the same mentor", async () => {
  const stage = await aPairingStage();
  const [{ pairingId }, second] = [await stage.pair(stage.first), await stage.pair(stage.second)];
  await stage.confirm(pairingId, second.pairingId);
  expect((await pairingPage(stage.actors.mentee, pairingId)).group).toEqual([]);
});

test("a mentee of the cohort is proposed as a mentor in a peer program, and in no other", async () => {
  for (const model of ["PEER", "GROUP"] as const) {
    const stage = await aPairingStage({ model });
    await aNomination(stage.cohort, stage.floor, stage.people.stranger);
    const list = await db.mentorList.findFirstOrThrow();
    await db.mentorList.update({ where: { id: list.id }, data: { state: "REOPENED" } });
    const { person } = stage.first;
    await db.person.update({ where: { id: person.id }, data: { floorId: stage.floor.id } });
    const proposed = proposeMentors(stage.actors.organizer, { listId: list.id, personIds: [person.id] });
    if (model === "PEER") expect(await proposed).toEqual({ proposed: 1 });
    else await expect(proposed).rejects.toEqual(refused("mentors.refused.isMentee"));
  }
});

test("peers mentor each other, never themselves, and are never in two of their sessions at once", async () => {
  const stage = await aPairingStage({ model: "PEER" });
  const [one, other] = await aGroup(stage.cohort, 2);
  if (!one || !other) throw new Error("two were enrolled");
  const enrollmentIds = [one.id, other.id];
  await createSessions(db, { cohortId: stage.cohort.id, enrollmentIds, cohortWide: true });
  const byOne = await aNomination(stage.cohort, stage.floor, one.person);
  const byOther = await aNomination(stage.cohort, stage.floor, other.person);
  await expect(stage.pair(one, byOne)).rejects.toEqual(refused("pairings.refused.oneself"));
  const pairs = [await stage.pair(one, byOther), await stage.pair(other, byOne)];
  await stage.confirm(...pairs.map(({ pairingId }) => pairingId));
  const sessions = await db.session.findMany({
    where: { enrollmentId: { in: enrollmentIds } },
    orderBy: { startsAt: "asc" },
    include: { facilitators: true },
  });
  expect(sessions).toHaveLength(6);
  for (const [index, session] of sessions.entries()) {
    expect(session.facilitators).toHaveLength(1);
    const next = sessions[index + 1];
    if (next) expect(+next.startsAt).toBeGreaterThanOrEqual(+session.endsAt);
  }
  const [first] = pairs;
  const page = await pairingPage(await actor(one.person), first?.pairingId ?? "");
  expect([page.side, page.mentor.name]).toEqual(["mentee", other.person.name]);
});
