import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { assignCover, removeCover } from "@/lib/call-covers/commands";
import { clock } from "@/lib/clock";
import { addDays } from "@/lib/dates";
import { db } from "@/lib/db";
import { addLeave, pauseMentoring } from "@/lib/mentor-leave/commands";
import { withdrawNomination } from "@/lib/nominations/commands";
import { assignFacilitator, moveSession } from "@/lib/schedule/commands";
import { aCallStage, aCover, at, type CallStage, sitters, ten, tuesday } from "@/tests/support/call-stage";
import { ids, recorded, refused, told } from "@/tests/support/mentor-stage";
import { aSession } from "@/tests/support/rows";

let stage: CallStage;
beforeEach(async () => {
  stage = await aCallStage();
});
afterAll(() => clock.run());

const assign = (block: { id: string; startsAt: Date }, nomination: { id: string }) =>
  assignCover(stage.actors.organizer, {
    sessionId: block.id,
    nominationId: nomination.id,
    startsAt: block.startsAt.toISOString(),
    was: null,
  });

describe("when a call mentor can no longer come", () => {
  beforeEach(async () => {
    await stage.paired(stage.kwame);
    await assign(stage.block, stage.first);
  });
  const isGap = async () => {
    const { cover, leads } = await sitters(stage.block.id);
    expect(cover).toBeNull();
    expect(leads).toEqual([{ personId: stage.people.lead.id, state: "ACCEPTED" }]);
    expect(await told("callGaps")).toEqual(ids(stage.people.organizer));
    expect(await recorded("call-covers.released")).toBe(1);
  };

  test("leave on that day makes it a gap, the lead mentor stands in, and the organizers are told", async () => {
    await addLeave(stage.actors.priya, { firstDay: tuesday, lastDay: tuesday });
    await isGap();
  });

  test("leave on another day changes nothing", async () => {
    const day = addDays(tuesday, 1);
    await addLeave(stage.actors.priya, { firstDay: day, lastDay: day });
    expect((await sitters(stage.block.id)).cover?.mentorId).toBe(stage.people.priya.id);
  });

  test("so does a pause", async () => {
    await pauseMentoring(stage.actors.priya, {});
    await isGap();
  });

  test("so does withdrawing", async () => {
    await withdrawNomination(stage.actors.priya, { nominationId: stage.first.id });
    await isGap();
  });

  test("nobody stands in who is elsewhere at that time", async () => {
    await aSession(stage.cohort, { day: tuesday, minute: ten + 30, facilitator: stage.people.lead });
    await pauseMentoring(stage.actors.priya, {});
    expect((await sitters(stage.block.id)).leads).toEqual([]);
  });

  test("an organizer takes them off: the lead mentor stands in and the call mentor is told", async () => {
    const coverId = (await sitters(stage.block.id)).cover?.id ?? "";
    await removeCover(stage.actors.organizer, { coverId });
    expect((await sitters(stage.block.id)).leads).toEqual([
      { personId: stage.people.lead.id, state: "ACCEPTED" },
    ]);
    expect(await told("callReleased")).toEqual(ids(stage.people.priya));
    await expect(removeCover(stage.actors.organizer, { coverId })).rejects.toEqual(
      refused("errors.somebodyFaster"),
    );
  });

  test("asking somebody else to lead the block ends the cover", async () => {
    const asked = { sessionId: stage.block.id, personId: stage.people.stranger.id };
    await assignFacilitator(stage.actors.organizer, asked);
    expect((await sitters(stage.block.id)).cover).toBeNull();
  });
});

describe("a block that moves", () => {
  const move = (minute: string) =>
    moveSession(stage.actors.organizer, { sessionId: stage.block.id, day: tuesday, time: minute, moves: 0 });

  test("takes its call mentor along", async () => {
    await assign(stage.block, stage.first);
    await move("15:00");
    const cover = await db.callCover.findFirstOrThrow({ where: { state: "CONFIRMED" } });
    expect(cover.startsAt.toISOString()).toBe(at(tuesday, 15 * 60));
  });

  test("drops what was only suggested for the old time", async () => {
    await aCover(stage.block, stage.first);
    await move("15:00");
    expect((await sitters(stage.block.id)).cover).toBeNull();
  });

  test("is refused onto a day on which its call mentor is on leave", async () => {
    await assign(stage.block, stage.first);
    const day = addDays(tuesday, 1);
    await addLeave(stage.actors.priya, { firstDay: day, lastDay: day });
    await expect(
      moveSession(stage.actors.organizer, { sessionId: stage.block.id, day, time: "10:00", moves: 0 }),
    ).rejects.toEqual(refused("call-covers.refused.away"));
  });
});
