import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { addLeave, pauseMentoring } from "@/lib/mentor-leave/commands";
import { requestLists, submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, inviteMentors, lapseInvitations, recordTraining } from "@/lib/mentors/commands";
import { decideNomination, proposeMentors } from "@/lib/nominations/commands";
import { asOwner } from "@/tests/support/database";
import {
  aMentorStage,
  approval,
  due,
  ids,
  type MentorStage,
  nominationRow,
  reason,
  refused,
  told,
  zone,
} from "@/tests/support/mentor-stage";
import { aCohort, aNomination, aPerson, mondayMorning } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

describe("inviting", () => {
  test("invites with the program's hours, counted in office hours where the mentor is and over holidays", async () => {
    const { id } = await stage.submitted();
    await db.organization.create({ data: { id: 1, name: "Northwind", timeZone: zone } });
    await asOwner(`INSERT INTO "Holiday" (day, name) VALUES ('2026-03-03', 'Carnival')`);
    await db.person.update({
      where: { id: stage.people.colleague.id },
      data: { timeZone: "America/New_York" },
    });
    await stage.invite(id);
    // Nine o'clock in Berlin is three at night in New York: eight hours on Monday, none on the holiday, eight on Wednesday.
    expect(await nominationRow(id)).toMatchObject({
      willingness: "INVITED",
      respondBy: instantAt("2026-03-04", 17 * 60, "America/New_York"),
    });
    const message = await db.message.findFirstOrThrow({ where: { kind: "mentorInvited" } });
    expect(message).toMatchObject({
      personId: stage.people.colleague.id,
      mail: "QUEUED",
      href: `/nominations/${id}`,
    });
    expect(message.data).toMatchObject({ day: "2026-03-04", time: "5:00 PM" });
  });

  test("is the organizer's alone, and only for nominations of that cohort", async () => {
    const { id } = await stage.submitted();
    const input = { cohortId: stage.cohort.id, nominationIds: [id] };
    await stage.refusesEverybodyBut(["organizer"], (who) => inviteMentors(who, input));
    const elsewhere = await aCohort({ organizer: stage.people.organizer });
    await expect(
      inviteMentors(stage.actors.organizer, { ...input, cohortId: elsewhere.id }),
    ).rejects.toBeInstanceOf(NotFoundError);
  });

  test("refuses who is not decided, a list that is not submitted, who was invited; two at once invite once", async () => {
    const { id, listId } = await stage.proposed();
    await expect(stage.invite(id)).rejects.toEqual(refused("mentors.refused.notApproved"));
    await decideNomination(stage.actors.manager, approval(id));
    await expect(stage.invite(id)).rejects.toEqual(refused("mentors.refused.listOpen"));
    await submitList(stage.actors.manager, { listId });
    const both = await Promise.allSettled([stage.invite(id), stage.invite(id)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await told("mentorInvited")).toHaveLength(1);
    await expect(stage.invite(id)).rejects.toEqual(refused("mentors.refused.willingnessStateAlready"));
  });

  test("one who cannot be invited keeps the others from being invited, too: all or nobody", async () => {
    const { id, listId } = await stage.submitted();
    const other = await aNomination(stage.cohort, stage.floor, await aPerson({ floorId: stage.floor.id }), {
      listId,
      decision: "DECLINED",
    });
    await expect(stage.invite(id, other.id)).rejects.toEqual(refused("mentors.refused.notApproved"));
    expect((await nominationRow(id)).willingness).toBe("NOT_ASKED");
  });
});

describe("answering", () => {
  test("the mentor says yes, and the organizer is told", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    const yes = { nominationId: id, answer: "ACCEPTED" } as const;
    await stage.refusesEverybodyBut(["colleague"], (who) => answerInvitation(who, yes));
    await answerInvitation(stage.actors.colleague, yes);
    expect(await nominationRow(id)).toMatchObject({ willingness: "ACCEPTED", respondedAt: mondayMorning });
    expect(await told("mentorAnswered")).toEqual(ids(stage.people.organizer));
    await expect(answerInvitation(stage.actors.colleague, yes)).rejects.toEqual(
      refused("mentors.refused.willingnessStateAlready"),
    );
  });

  test("the mentor says no with a reason; the floor's managers are told as well; they can be invited again", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    await answerInvitation(stage.actors.colleague, { nominationId: id, answer: "DECLINED", reason });
    expect(await nominationRow(id)).toMatchObject({ willingness: "DECLINED", responseReason: reason });
    const { organizer, manager, second } = stage.people;
    expect(await told("mentorAnswered")).toEqual(ids(organizer, manager, second));
    await stage.invite(id);
    expect(await nominationRow(id)).toMatchObject({ willingness: "INVITED", responseReason: null });
  });

  test("the mentor says “not this time” without a reason; it is no refusal, and organizers and managers are told", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    const notThisTime = { nominationId: id, answer: "NOT_THIS_TIME" } as const;
    await stage.refusesEverybodyBut(["colleague"], (who) => answerInvitation(who, notThisTime));
    await answerInvitation(stage.actors.colleague, notThisTime);
    expect(await nominationRow(id)).toMatchObject({
      willingness: "NOT_THIS_TIME",
      respondedAt: mondayMorning,
      responseReason: null,
    });
    const { organizer, manager, second, colleague } = stage.people;
    expect(await told("mentorAnswered")).toEqual(ids(organizer, manager, second));
    const yes = { nominationId: id, answer: "ACCEPTED" } as const;
    await expect(answerInvitation(stage.actors.colleague, yes)).rejects.toEqual(
      refused("mentors.refused.willingnessState"),
    );
    const later = await aCohort({ organizer, startsOn: "2026-06-01", floors: [stage.floor] });
    await requestLists(stage.actors.organizer, { cohortId: later.id, floorIds: [stage.floor.id], ...due });
    const list = await db.mentorList.findFirstOrThrow({ where: { cohortId: later.id } });
    await proposeMentors(stage.actors.manager, { listId: list.id, personIds: [colleague.id] });
    await stage.invite(id);
    expect((await nominationRow(id)).willingness).toBe("INVITED");
  });

  test("whoever pauses or takes leave after the invitation can still answer it", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    await pauseMentoring(stage.actors.colleague, {});
    await addLeave(stage.actors.colleague, { firstDay: "2026-03-02", lastDay: "2026-03-20" });
    expect((await nominationRow(id)).willingness).toBe("INVITED");
    await answerInvitation(stage.actors.colleague, { nominationId: id, answer: "ACCEPTED" });
    expect((await nominationRow(id)).willingness).toBe("ACCEPTED");
  });

  test("an answer is refused before the invitation and after its time", async () => {
    const { id } = await stage.submitted();
    const yes = { nominationId: id, answer: "ACCEPTED" } as const;
    await expect(answerInvitation(stage.actors.colleague, yes)).rejects.toEqual(
      refused("mentors.refused.willingnessState"),
    );
    await stage.invite(id);
    clock.set(instantAt("2026-03-03", 17 * 60 + 1, zone));
    await expect(answerInvitation(stage.actors.colleague, yes)).rejects.toEqual(
      refused("mentors.refused.answeredLate"),
    );
  });

  test("an invitation lapses when its time has run out, once, and organizers and the floor's managers are told", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    clock.set(instantAt("2026-03-03", 17 * 60, zone));
    expect(await lapseInvitations()).toBe(0);
    clock.set(instantAt("2026-03-03", 17 * 60 + 1, zone));
    const both = await Promise.all([lapseInvitations(), lapseInvitations()]);
    expect(both[0] + both[1]).toBe(1);
    expect((await nominationRow(id)).willingness).toBe("EXPIRED");
    const { organizer, manager, second } = stage.people;
    expect(await told("mentorInvitationLapsed")).toEqual(ids(organizer, manager, second));
    expect(await db.auditRecord.findFirst({ where: { action: "mentors.invitationLapsed" } })).toMatchObject({
      actorId: null,
      actorName: "Ridealong",
    });
    await stage.invite(id);
    expect((await nominationRow(id)).willingness).toBe("INVITED");
  });
});

describe("training", () => {
  test("is begun and completed by the organizer, and the mentor is told", async () => {
    const { id } = await stage.submitted();
    await expect(stage.train([id], "IN_PROGRESS")).rejects.toEqual(refused("mentors.refused.notWilling"));
    await stage.invite(id);
    await answerInvitation(stage.actors.colleague, { nominationId: id, answer: "ACCEPTED" });
    const input = { cohortId: stage.cohort.id, nominationIds: [id], training: "IN_PROGRESS" as const };
    await stage.refusesEverybodyBut(["organizer"], (who) => recordTraining(who, input));
    await expect(stage.train([id], "COMPLETED")).rejects.toEqual(refused("mentors.refused.trainingState"));
    await stage.train([id], "IN_PROGRESS");
    await expect(stage.train([id], "COMPLETED")).rejects.toEqual(refused("training.refused.incomplete"));
    await stage.attend(id);
    await stage.train([id], "COMPLETED");
    expect(await nominationRow(id)).toMatchObject({ training: "COMPLETED", trainedAt: mondayMorning });
    expect(await told("trainingRecorded")).toHaveLength(2);
    await expect(stage.train([id], "COMPLETED")).rejects.toEqual(
      refused("mentors.refused.trainingStateAlready"),
    );
  });

  test("is waived with a reason that stays in the audit trail", async () => {
    const { id } = await stage.submitted();
    await stage.invite(id);
    await answerInvitation(stage.actors.colleague, { nominationId: id, answer: "ACCEPTED" });
    const input = { cohortId: stage.cohort.id, nominationIds: [id], training: "WAIVED" as const, reason };
    await recordTraining(stage.actors.organizer, input);
    expect(await nominationRow(id)).toMatchObject({
      training: "WAIVED",
      waiverReason: reason,
      trainedAt: null,
    });
    const record = await db.auditRecord.findFirstOrThrow({ where: { action: "mentors.recordTraining" } });
    expect(record.data).toMatchObject({ reason });
  });
});
