import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { answerFacilitation, assignFacilitator } from "@/lib/schedule/commands";
import { resetDatabase } from "@/tests/support/database";
import { actor, aSession, mondayMorning } from "@/tests/support/rows";
import { aSessionStage, messagesOf } from "@/tests/support/session-stage";

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("leading a session", () => {
  test("is asked by an organizer and answered by whoever was asked; both sides are told", async () => {
    const { cohort, organizer, sme, one } = await aSessionStage();
    const session = await aSession(cohort, { attends: [one], state: "CONFIRMED", kind: "SME_TRAINING" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    expect(await messagesOf(sme)).toEqual(["facilitatorAsked"]);
    const answer = { sessionId: session.id, accept: true };
    await expect(answerFacilitation(await actor(organizer), answer)).rejects.toThrow("errors.notFound");
    await answerFacilitation(await actor(sme), answer);
    await expect(answerFacilitation(await actor(sme), answer)).rejects.toThrow(
      "sessions.refused.answeredAlready",
    );
    expect(await messagesOf(organizer)).toEqual(["facilitatorAnswered"]);
    expect(await db.sessionFacilitator.findMany()).toMatchObject([{ personId: sme.id, state: "ACCEPTED" }]);
  });

  test("is over for whoever declined: the session is out of their reach", async () => {
    const { cohort, organizer, sme, one } = await aSessionStage();
    const session = await aSession(cohort, { attends: [one], state: "CONFIRMED" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    await answerFacilitation(await actor(sme), { sessionId: session.id, accept: false });
    await expect(
      answerFacilitation(await actor(sme), { sessionId: session.id, accept: true }),
    ).rejects.toThrow("errors.notFound");
  });

  test("passes from one to the next, who both hear of it", async () => {
    const { cohort, organizer, sme, mentor, one } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    await assignFacilitator(await actor(organizer), { sessionId: session.id, personId: sme.id });
    expect(await messagesOf(mentor)).toEqual(["facilitatorReleased"]);
    expect(await db.sessionFacilitator.findMany({ select: { personId: true } })).toEqual([
      { personId: sme.id },
    ]);
  });

  test("is refused to its mentee, to who leads it already and to who leads something else then", async () => {
    const { cohort, organizer, sme, menteeOne, mentor, one, two } = await aSessionStage();
    const session = await aSession(cohort, { enrollment: one, facilitator: mentor, state: "CONFIRMED" });
    const busy = await aSession(cohort, { enrollment: two, facilitator: sme, state: "CONFIRMED" });
    const ask = async (person: { id: string }) =>
      assignFacilitator(await actor(organizer), { sessionId: session.id, personId: person.id });
    await expect(ask(menteeOne)).rejects.toThrow("sessions.refused.facilitatorIsMentee");
    await expect(ask(mentor)).rejects.toThrow("sessions.refused.leadsAlready");
    await expect(ask(sme)).rejects.toMatchObject({
      sentence: { key: "sessions.refused.facilitatorClash", values: { second: busy.title } },
    });
    await expect(
      db.sessionFacilitator.create({ data: { sessionId: session.id, personId: sme.id } }),
    ).rejects.toThrow(/facilitator_not_twice/);
    await db.person.update({ where: { id: sme.id }, data: { deactivatedAt: mondayMorning } });
    await expect(ask(sme)).rejects.toThrow("errors.notFound");
  });
});
