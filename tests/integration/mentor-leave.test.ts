import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { addLeave, pauseMentoring, removeLeave, resumeMentoring } from "@/lib/mentor-leave/commands";
import { awayOnList, ownAway } from "@/lib/mentor-leave/queries";
import { proposeMentors, proposeSelf } from "@/lib/nominations/commands";
import { findProposable } from "@/lib/nominations/queries";
import { pairMentee } from "@/lib/pairings/commands";
import { asOwner } from "@/tests/support/database";
import { aMentorStage, ids, type MentorStage, refused, told } from "@/tests/support/mentor-stage";
import { settled } from "@/tests/support/refusals";
import { aNomination, anEnrollment, aPairing, aPerson } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

const march = { firstDay: "2026-03-18", lastDay: "2026-03-20" } as const;

describe("leave", () => {
  test("is seen by those who decide on the list, and the organizers of those weeks are told", async () => {
    const { listId } = await stage.submitted();
    await addLeave(stage.actors.colleague, march);
    await addLeave(stage.actors.colleague, { firstDay: "2026-08-03", lastDay: "2026-08-14" });
    expect(await told("mentorAway")).toEqual(ids(stage.people.organizer));
    const away = await awayOnList(stage.actors.manager, listId);
    expect(away.get(stage.people.colleague.id)).toMatchObject({ paused: false, leaves: [march] });
    expect((await ownAway(stage.actors.colleague)).leaves).toHaveLength(2);
    await stage.refusesEverybodyBut(["manager", "second", "organizer"], (who) => awayOnList(who, listId));
  });

  test("is refused backwards, when it is over, and where it overlaps; at the database too", async () => {
    const mark = (firstDay: `${number}-${number}-${number}`, lastDay: `${number}-${number}-${number}`) =>
      addLeave(stage.actors.colleague, { firstDay, lastDay });
    await expect(mark("2026-03-20", "2026-03-18")).rejects.toEqual(refused("mentor-leave.refused.backwards"));
    await expect(mark("2026-02-02", "2026-02-03")).rejects.toEqual(refused("mentor-leave.refused.over"));
    await mark(march.firstDay, march.lastDay);
    await expect(mark("2026-03-20", "2026-03-23")).rejects.toEqual(refused("mentor-leave.refused.twice"));
    await expect(asOwner(`UPDATE "Leave" SET "lastDay" = '2026-03-01'`)).rejects.toThrow("leave_forwards");
  });

  test("can be removed by oneself alone, and stays in the books", async () => {
    await addLeave(stage.actors.colleague, march);
    const { id: leaveId } = await db.leave.findFirstOrThrow();
    await stage.refusesEverybodyBut(["colleague"], (who) => removeLeave(who, { leaveId }));
    await removeLeave(stage.actors.colleague, { leaveId });
    expect((await ownAway(stage.actors.colleague)).leaves).toEqual([]);
    expect(await db.leave.count()).toBe(1);
    await addLeave(stage.actors.colleague, march);
    await expect(removeLeave(stage.actors.colleague, { leaveId })).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("whoever has paused mentoring", () => {
  test("is not proposed, by nobody, until they resume", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    await pauseMentoring(stage.actors.colleague, {});
    const input = { listId, personIds: [stage.people.colleague.id] };
    const paused = refused("mentor-leave.refused.pausedPerson");
    await expect(proposeMentors(stage.actors.manager, input)).rejects.toEqual(paused);
    await expect(proposeSelf(stage.actors.colleague, { listId })).rejects.toEqual(paused);
    const { people } = await findProposable(stage.actors.manager, listId, "");
    expect(people.map((one) => one.id)).not.toContain(stage.people.colleague.id);
    await resumeMentoring(stage.actors.colleague, {});
    await proposeMentors(stage.actors.manager, input);
  });

  test("is not invited; who was invited before can still answer", async () => {
    const { id } = await stage.submitted();
    await pauseMentoring(stage.actors.colleague, {});
    expect(await told("mentorAway")).toEqual(ids(stage.people.organizer));
    await expect(stage.invite(id)).rejects.toEqual(refused("mentor-leave.refused.paused"));
    await expect(
      asOwner(
        `UPDATE "MentorNomination" SET willingness = 'INVITED', "invitedAt" = now(), "respondBy" = now()`,
      ),
    ).rejects.toThrow("mentor_paused");
  });

  test("is given no new mentee, and keeps those they have", async () => {
    const nomination = await aNomination(stage.cohort, stage.floor, stage.people.colleague, { capacity: 3 });
    const [first, second] = await Promise.all([aPerson(), aPerson()]);
    await aPairing(await anEnrollment(stage.cohort, first), nomination);
    const { id: enrollmentId } = await anEnrollment(stage.cohort, second);
    await pauseMentoring(stage.actors.colleague, {});
    const input = { enrollmentId, nominationId: nomination.id, kind: "LEAD" } as const;
    await expect(pairMentee(stage.actors.organizer, input)).rejects.toEqual(
      refused("mentor-leave.refused.paused"),
    );
    expect(await db.pairing.count()).toBe(1);
  });

  test("pauses once and resumes once, also twice at the same time", async () => {
    const pause = () => pauseMentoring(stage.actors.colleague, {});
    expect(settled(await Promise.allSettled([pause(), pause()]))).toEqual(["fulfilled", "rejected"]);
    await resumeMentoring(stage.actors.colleague, {});
    await expect(resumeMentoring(stage.actors.colleague, {})).rejects.toEqual(
      refused("mentor-leave.refused.notPaused"),
    );
  });
});
