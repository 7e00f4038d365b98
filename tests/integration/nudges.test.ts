import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addDays, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { remindManagers, reopenList } from "@/lib/mentor-lists/commands";
import { answerInvitation } from "@/lib/mentors/commands";
import { nudgeManagers, nudgeMentor } from "@/lib/nudges/commands";
import { asOwner } from "@/tests/support/database";
import {
  aMentorStage,
  due,
  ids,
  type MentorStage,
  reason,
  recorded,
  refused,
  told,
} from "@/tests/support/mentor-stage";
import { settled } from "@/tests/support/refusals";
import { monday, mondayMorning } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

const later = (hours: number) => clock.set(new Date(mondayMorning.getTime() + hours * 3_600_000));

describe("reminding the managers of a list", () => {
  // The list is due on Wednesday at five: 56 hours after Monday at nine.
  test("happens once when less than a day is left, and once a day while it is late; then the organizers know too", async () => {
    await stage.ask();
    expect(await remindManagers()).toBe(0);
    later(33);
    expect(await remindManagers()).toBe(1);
    expect(await remindManagers()).toBe(0);
    expect(await told("listReminder")).toEqual(ids(stage.people.manager, stage.people.second));
    expect(await told("listLate")).toEqual([]);
    later(57);
    expect(await remindManagers()).toBe(1);
    expect(await told("listLate")).toEqual(ids(stage.people.organizer));
    later(80);
    expect(await remindManagers()).toBe(0);
    later(81);
    expect(await remindManagers()).toBe(1);
  });

  test("ends with the list being submitted, and begins anew when it is opened again", async () => {
    const { listId } = await stage.submitted();
    later(33);
    expect(await remindManagers()).toBe(0);
    await reopenList(stage.actors.organizer, { listId, reason, ...due });
    expect(await remindManagers()).toBe(1);
  });

  test("of two workers at once only one does", async () => {
    await stage.ask();
    later(33);
    const sums = await Promise.all([remindManagers(), remindManagers()]);
    expect(sums.sort()).toEqual([0, 1]);
    expect(await db.message.count({ where: { kind: "listReminder" } })).toBe(2);
  });
});

describe("a nudge", () => {
  test("reaches the managers of an open list, is recorded, and is refused to everybody but an organizer", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    await stage.refusesEverybodyBut(["organizer"], (who) => nudgeManagers(who, { listId }));
    await nudgeManagers(stage.actors.organizer, { listId });
    expect(await told("managersNudged")).toEqual(ids(stage.people.manager, stage.people.second));
    expect(await recorded("nudges.nudgeManagers")).toBe(1);
  });

  test("comes once a working day, also of two at once and at the database", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    const nudge = () => nudgeManagers(stage.actors.organizer, { listId });
    const results = await Promise.allSettled([nudge(), nudge()]);
    expect(settled(results)).toEqual(["fulfilled", "rejected"]);
    expect(await db.message.count({ where: { kind: "managersNudged" } })).toBe(2);
    later(14);
    await expect(nudge()).rejects.toEqual(refused("nudges.refused.nudgedToday"));
    await expect(
      asOwner(`UPDATE "MentorList" SET "nudgedAt" = "nudgedAt" + interval '14 hours'`),
    ).rejects.toThrow("nudged_today");
    // Tuesday at eight is less than 24 hours after Monday at nine, and the next working day.
    later(23);
    await nudge();
  });

  test("waits over a weekend and a holiday of the organization, also at the database", async () => {
    await db.organization.upsert({
      where: { id: 1 },
      create: { id: 1, name: "Brightline", timeZone: "Europe/Berlin" },
      update: { timeZone: "Europe/Berlin" },
    });
    await db.holiday.create({ data: { day: fromDay(addDays(monday, 7)), name: "Founders' Day" } });
    await stage.ask();
    const { id: listId } = await stage.list();
    const nudge = () => nudgeManagers(stage.actors.organizer, { listId });
    const friday = 4 * 24;
    later(friday);
    await nudge();
    for (const days of [1, 2, 3]) {
      later(friday + days * 24);
      await expect(nudge()).rejects.toMatchObject({
        sentence: { key: "nudges.refused.nudgedToday", values: { day: addDays(monday, 8) } },
      });
    }
    const over = (days: number) =>
      asOwner(`UPDATE "MentorList" SET "nudgedAt" = "nudgedAt" + interval '${days} days'`);
    await expect(over(3)).rejects.toThrow("nudged_today");
    later(friday + 4 * 24);
    await nudge();
  });

  test("about the invitation does not stand in the way of one about the training", async () => {
    const { id: nominationId } = await stage.submitted();
    await stage.invite(nominationId);
    const nudge = () => nudgeMentor(stage.actors.organizer, { nominationId });
    await nudge();
    later(1);
    await answerInvitation(stage.actors.colleague, { nominationId, answer: "ACCEPTED" });
    later(2);
    await nudge();
    await expect(nudge()).rejects.toEqual(refused("nudges.refused.nudgedToday"));
    const messages = await db.message.findMany({ where: { kind: "mentorNudged" }, orderBy: { id: "asc" } });
    expect(messages.map(({ data }) => data)).toMatchObject([{ owed: "answer" }, { owed: "training" }]);
  });

  test("is refused where nothing is owed: a submitted list, a mentor who was not asked or has said no", async () => {
    const { id: nominationId, listId } = await stage.submitted();
    const nudge = () => nudgeMentor(stage.actors.organizer, { nominationId });
    await expect(nudgeManagers(stage.actors.organizer, { listId })).rejects.toEqual(
      refused("nudges.refused.submitted"),
    );
    await expect(nudge()).rejects.toEqual(refused("nudges.refused.owesNothing"));
    await stage.invite(nominationId);
    await nudge();
    expect(await told("mentorNudged")).toEqual(ids(stage.people.colleague));
    await answerInvitation(stage.actors.colleague, { nominationId, answer: "DECLINED", reason });
    later(25);
    await expect(nudge()).rejects.toEqual(refused("nudges.refused.owesNothing"));
  });

  test("is refused to a mentor who has paused, or has no account any more", async () => {
    const { id: nominationId } = await stage.submitted();
    await stage.invite(nominationId);
    const nudge = () => nudgeMentor(stage.actors.organizer, { nominationId });
    const { id } = await db.mentorPause.create({
      data: { personId: stage.people.colleague.id, since: clock.now() },
    });
    await expect(nudge()).rejects.toEqual(refused("mentor-leave.refused.pausedPerson"));
    await db.mentorPause.update({ where: { id }, data: { endedAt: clock.now() } });
    await db.person.update({
      where: { id: stage.people.colleague.id },
      data: { deactivatedAt: clock.now() },
    });
    await expect(nudge()).rejects.toEqual(refused("mentors.refused.personGone"));
    expect(await told("mentorNudged")).toEqual([]);
  });

  test("to a mentor asks for the training once they have said yes", async () => {
    const { id: nominationId } = await stage.submitted();
    await stage.invite(nominationId);
    await answerInvitation(stage.actors.colleague, { nominationId, answer: "ACCEPTED" });
    await nudgeMentor(stage.actors.organizer, { nominationId });
    const { data } = await db.message.findFirstOrThrow({ where: { kind: "mentorNudged" } });
    expect(data).toMatchObject({ owed: "training" });
  });
});
