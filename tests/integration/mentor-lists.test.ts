import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { reopenList, requestLists, submitList } from "@/lib/mentor-lists/commands";
import { decideNomination, proposeSelf } from "@/lib/nominations/commands";
import {
  aMentorStage,
  approval,
  due,
  ids,
  type MentorStage,
  reason,
  recorded,
  refused,
  told,
  zone,
} from "@/tests/support/mentor-stage";
import { actor, aFloor, aPerson } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

describe("asking for lists", () => {
  test("asks a floor until a moment of the cohort's zone and tells its managers", async () => {
    expect(await stage.ask()).toEqual({ unmanaged: [] });
    const asked = await stage.list();
    expect(asked.state).toBe("REQUESTED");
    expect(asked.dueAt).toEqual(instantAt("2026-03-04", 17 * 60, zone));
    expect(await told("listRequested")).toEqual(ids(stage.people.manager, stage.people.second));
    expect(await recorded("mentor-lists.requestLists")).toBe(1);
  });

  test("names a floor that nobody manages", async () => {
    await db.floorManager.deleteMany({ where: { floorId: stage.other.id } });
    const floorIds = [stage.floor.id, stage.other.id];
    const result = await requestLists(stage.actors.organizer, {
      cohortId: stage.cohort.id,
      floorIds,
      ...due,
    });
    expect(result.unmanaged).toEqual([stage.other.name]);
  });

  test("is the organizer's alone", async () => {
    const input = { cohortId: stage.cohort.id, floorIds: [stage.floor.id], ...due };
    await stage.refusesEverybodyBut(["organizer"], (who) => requestLists(who, input));
  });

  test("refuses a floor of elsewhere, a floor asked before, a moment that has passed, a cohort that is over", async () => {
    const input = { cohortId: stage.cohort.id, floorIds: [stage.floor.id], ...due };
    const strange = await aFloor();
    const organizer = stage.actors.organizer;
    await expect(requestLists(organizer, { ...input, floorIds: [strange.id] })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    const past = requestLists(organizer, { ...input, dueDay: "2026-03-01" });
    await expect(past).rejects.toMatchObject({
      field: "dueDay",
      sentence: { key: "mentors.refused.duePast" },
    });
    await stage.ask();
    await expect(stage.ask()).rejects.toEqual(refused("mentors.refused.listAsked"));
    await db.cohort.update({ where: { id: stage.cohort.id }, data: { state: "CANCELLED" } });
    await expect(stage.ask()).rejects.toEqual(refused("mentors.refused.cohortOver"));
  });
});

describe("submitting and opening again", () => {
  test("a list is submitted once everybody on it is decided, and the organizers are told", async () => {
    const { id, listId } = await stage.proposed();
    await expect(submitList(stage.actors.manager, { listId })).rejects.toEqual(
      refused("mentors.blocker.undecided"),
    );
    await decideNomination(stage.actors.manager, approval(id));
    await stage.refusesEverybodyBut(["manager", "second"], (who) => submitList(who, { listId }));
    await submitList(stage.actors.manager, { listId });
    expect(await stage.list()).toMatchObject({ state: "SUBMITTED", submittedById: stage.people.manager.id });
    expect(await told("listSubmitted")).toEqual(ids(stage.people.organizer));
    await expect(submitList(stage.actors.second, { listId })).rejects.toEqual(
      refused("mentors.refused.listStateAlready"),
    );
  });

  test("nobody slips onto a list while it is submitted", async () => {
    const { id, listId } = await stage.proposed();
    await decideNomination(stage.actors.manager, approval(id));
    await Promise.allSettled([
      submitList(stage.actors.manager, { listId }),
      proposeSelf(await actor(await aPerson({ floorId: stage.floor.id })), { listId }),
    ]);
    const { state, nominations } = await stage.list();
    const undecided = nominations.filter((one) => one.decision === "PROPOSED").length;
    expect(state === "SUBMITTED" ? undecided : 0).toBe(0);
  });

  test("an organizer opens it again with a reason and a new moment", async () => {
    const { listId } = await stage.submitted();
    const again = { listId, reason, dueDay: "2026-03-06", dueTime: "12:00" } as const;
    await stage.refusesEverybodyBut(["organizer"], (who) => reopenList(who, again));
    await reopenList(stage.actors.organizer, again);
    expect(await stage.list()).toMatchObject({
      state: "REOPENED",
      reopenReason: reason,
      dueAt: instantAt("2026-03-06", 12 * 60, zone),
    });
    expect(await told("listReopened")).toEqual(ids(stage.people.manager, stage.people.second));
    await expect(reopenList(stage.actors.organizer, again)).rejects.toEqual(
      refused("mentors.refused.listStateAlready"),
    );
  });
});
