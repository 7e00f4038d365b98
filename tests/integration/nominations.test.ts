import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { launchBlockers } from "@/lib/cohorts/rules";
import { db } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { reassignPairing } from "@/lib/handovers/commands";
import { launchFacts } from "@/lib/launch/queries";
import { reopenList, submitList } from "@/lib/mentor-lists/commands";
import {
  decideNomination,
  proposeMentors,
  proposeSelf,
  withdrawNomination,
} from "@/lib/nominations/commands";
import {
  aMentorStage,
  approval,
  due,
  ids,
  type MentorStage,
  nominationRow,
  reason,
  recorded,
  refusal,
  refused,
  told,
} from "@/tests/support/mentor-stage";
import { aNomination, anEnrollment, aPairing, aPerson, monday, mondayMorning } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

describe("proposing", () => {
  test("a manager and an organizer propose people of the floor; the managers are told by the other one", async () => {
    await stage.proposed();
    const { id: listId, nominations } = await stage.list();
    expect(nominations[0]).toMatchObject({ decision: "PROPOSED", proposedById: stage.people.manager.id });
    expect(await told("nominationProposed")).toEqual(ids(stage.people.second));
    const more = await aPerson({ floorId: stage.floor.id });
    const both = [stage.people.colleague.id, more.id];
    expect(await proposeMentors(stage.actors.organizer, { listId, personIds: both })).toEqual({
      proposed: 1,
    });
    expect((await stage.list()).nominations).toHaveLength(2);
  });

  test("somebody of the floor proposes themselves", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    await proposeSelf(stage.actors.colleague, { listId });
    expect((await stage.list()).nominations[0]).toMatchObject({ proposedById: stage.people.colleague.id });
    expect(await told("nominationProposed")).toEqual(ids(stage.people.manager, stage.people.second));
    await expect(proposeSelf(stage.actors.colleague, { listId })).rejects.toEqual(
      refused("mentors.refused.alreadyProposed"),
    );
  });

  test("is refused to everybody else", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    const input = { listId, personIds: [stage.people.colleague.id] };
    await stage.refusesEverybodyBut(["organizer", "manager", "second"], (who) => proposeMentors(who, input));
    // The manager and the mentee are of the floor too: the one may, the other is refused in words.
    await stage.refusesEverybodyBut(["manager", "colleague", "mentee"], (who) =>
      proposeSelf(who, { listId }),
    );
  });

  test("refuses a mentee of the cohort, people of elsewhere, people who are gone, a submitted list", async () => {
    const { listId } = await stage.submitted();
    const propose = (person: { id: string }) =>
      proposeMentors(stage.actors.manager, { listId, personIds: [person.id] });
    await expect(propose(stage.people.manager)).rejects.toEqual(refused("mentors.refused.listSubmitted"));
    await reopenList(stage.actors.organizer, { listId, reason, ...due });
    await expect(propose(stage.people.mentee)).rejects.toEqual(refused("mentors.refused.isMentee"));
    await expect(propose(stage.people.outsider)).rejects.toBeInstanceOf(NotFoundError);
    const gone = await aPerson({ floorId: stage.floor.id, deactivatedAt: mondayMorning });
    await expect(propose(gone)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("deciding", () => {
  test("approves with kind, hours and capacity, records it and tells whoever proposed", async () => {
    await stage.ask();
    const { id: listId } = await stage.list();
    await proposeSelf(stage.actors.colleague, { listId });
    const nomination = (await stage.list()).nominations[0];
    if (!nomination) throw new Error("nobody was proposed");
    await decideNomination(stage.actors.manager, approval(nomination.id));
    expect(await nominationRow(nomination.id)).toMatchObject({
      decision: "APPROVED",
      kind: "LEAD",
      hoursPerWeek: 5,
      capacity: 2,
      decidedById: stage.people.manager.id,
    });
    expect(await recorded("nominations.decideNomination")).toBe(1);
    expect(await told("nominationDecided")).toEqual(ids(stage.people.colleague));
  });

  test("declines with a reason; a second press is one deed", async () => {
    const { id } = await stage.proposed();
    await decideNomination(stage.actors.second, refusal(id));
    await decideNomination(stage.actors.second, refusal(id));
    expect(await nominationRow(id)).toMatchObject({ decision: "DECLINED", declineReason: reason });
    expect(await recorded("nominations.decideNomination")).toBe(1);
  });

  test("is the floor's managers' alone", async () => {
    const { id } = await stage.proposed();
    await stage.refusesEverybodyBut(["manager", "second"], (who) => decideNomination(who, approval(id)));
  });

  test("nobody decides on themselves: neither the code nor the database lets them", async () => {
    const { id } = await stage.proposed(stage.people.manager.id);
    await expect(decideNomination(stage.actors.manager, approval(id))).rejects.toEqual(
      refused("mentors.refused.ownNomination"),
    );
    const own = { decision: "APPROVED", decidedById: stage.people.manager.id } as const;
    await expect(db.mentorNomination.update({ where: { id }, data: own })).rejects.toThrow(
      /nomination_not_own_decision/,
    );
    await decideNomination(stage.actors.second, approval(id));
    expect((await nominationRow(id)).decision).toBe("APPROVED");
  });

  test("two managers at once: one wins, the other is told who it was and when", async () => {
    const { id } = await stage.proposed();
    const both = await Promise.allSettled([
      decideNomination(stage.actors.manager, approval(id)),
      decideNomination(stage.actors.second, refusal(id)),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { decision, decidedById } = await nominationRow(id);
    const winner = decidedById === stage.people.manager.id ? "Luca Moretti" : "Mei Tanaka";
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(UserError);
    expect(lost?.reason.sentence).toEqual({
      key: "mentors.refused.decidedMeanwhile",
      values: { actor: winner, decision, person: "Priya Nair", day: monday, time: "9:00 AM" },
    });
    expect(await recorded("nominations.decideNomination")).toBe(1);
  });

  test("refuses more mentees than the program's cap, beside the field; the database refuses it too", async () => {
    const { id } = await stage.proposed();
    const tooMany = decideNomination(stage.actors.manager, { ...approval(id), capacity: 5 });
    await expect(tooMany).rejects.toMatchObject({
      field: "capacity",
      sentence: { key: "mentors.refused.capacityRange", values: { cap: 4 } },
    });
    await expect(db.mentorNomination.update({ where: { id }, data: { capacity: 5 } })).rejects.toThrow(
      /nomination_capacity_cap/,
    );
  });

  test("what was decided can be turned round and given new terms until the list is submitted", async () => {
    const { id, listId } = await stage.proposed();
    await decideNomination(stage.actors.manager, refusal(id));
    await decideNomination(stage.actors.second, { ...approval(id), was: "DECLINED" });
    await decideNomination(stage.actors.second, {
      ...approval(id),
      was: "APPROVED",
      capacity: 3,
      kind: "BOTH",
    });
    expect(await nominationRow(id)).toMatchObject({
      decision: "APPROVED",
      capacity: 3,
      kind: "BOTH",
      declineReason: null,
    });
    await submitList(stage.actors.manager, { listId });
    const late = decideNomination(stage.actors.manager, { ...refusal(id), was: "APPROVED" });
    await expect(late).rejects.toEqual(refused("mentors.refused.listSubmitted"));
  });

  test("somebody with mentees is neither declined nor taken off the list", async () => {
    const mentee = await db.enrollment.findFirstOrThrow({ where: { cohortId: stage.cohort.id } });
    const nomination = await aNomination(stage.cohort, stage.floor, stage.people.colleague);
    await aPairing(mentee, nomination, "CONFIRMED");
    await reopenList(stage.actors.organizer, { listId: nomination.listId, reason, ...due });
    const decline = decideNomination(stage.actors.manager, { ...refusal(nomination.id), was: "APPROVED" });
    await expect(decline).rejects.toEqual(refused("mentors.refused.hasMentees"));
    await expect(withdrawNomination(stage.actors.organizer, { nominationId: nomination.id })).rejects.toEqual(
      refused("mentors.refused.hasMentees"),
    );
  });
});

describe("new terms for somebody with mentees", () => {
  test("keep what they mentor as: their word stays good, only a suggestion is dropped; the database sees to it", async () => {
    const [mentee, other] = [
      await db.enrollment.findFirstOrThrow({ where: { cohortId: stage.cohort.id } }),
      await anEnrollment(stage.cohort, await aPerson()),
    ];
    const { id, listId } = await aNomination(stage.cohort, stage.floor, stage.people.colleague, {
      kind: "BOTH",
    });
    const nomination = await nominationRow(id);
    const suggested = await aPairing(other, nomination, "SUGGESTED");
    await reopenList(stage.actors.organizer, { listId, reason, ...due });
    const becomes = (kind: "LEAD" | "CALL" | "BOTH") =>
      decideNomination(stage.actors.manager, { ...approval(id), was: "APPROVED", capacity: 2, kind });
    await becomes("CALL");
    const dropped = await db.pairing.findUniqueOrThrow({ where: { id: suggested.id } });
    expect([dropped.state, (await nominationRow(id)).kind]).toEqual(["DISCARDED", "CALL"]);
    await becomes("BOTH");
    await aPairing(mentee, nomination, "CONFIRMED");
    await expect(becomes("CALL")).rejects.toEqual(refused("mentors.refused.kindTaken"));
    await expect(db.mentorNomination.update({ where: { id }, data: { kind: "CALL" } })).rejects.toThrow(
      /nomination_kind_taken/,
    );
    await becomes("LEAD");
    expect((await nominationRow(id)).kind).toBe("LEAD");
  });
});

describe("withdrawing", () => {
  test("the nominee and the organizer can; managers and organizers are told", async () => {
    const { id } = await stage.proposed();
    await stage.refusesEverybodyBut(["organizer", "colleague"], (who) =>
      withdrawNomination(who, { nominationId: id }),
    );
    await withdrawNomination(stage.actors.colleague, { nominationId: id });
    expect((await nominationRow(id)).decision).toBe("WITHDRAWN");
    const { organizer, manager, second } = stage.people;
    expect(await told("nominationWithdrawn")).toEqual(ids(organizer, manager, second));
    await expect(withdrawNomination(stage.actors.colleague, { nominationId: id })).rejects.toEqual(
      refused("mentors.refused.decisionStateAlready"),
    );
  });

  test("a mentor who goes after being paired keeps the mentee until somebody takes over; what was suggested is dropped", async () => {
    const [mentee, other] = [
      await db.enrollment.findFirstOrThrow({ where: { cohortId: stage.cohort.id } }),
      await anEnrollment(stage.cohort, await aPerson()),
    ];
    const nomination = await aNomination(stage.cohort, stage.floor, stage.people.colleague);
    const pairing = await aPairing(mentee, nomination, "CONFIRMED");
    const suggestion = await aPairing(other, nomination, "SUGGESTED");
    await withdrawNomination(stage.actors.colleague, { nominationId: nomination.id });
    const states = await db.pairing.findMany({
      orderBy: { createdAt: "asc" },
      select: { id: true, state: true },
    });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [pairing.id, "CONFIRMED"],
        [suggestion.id, "DISCARDED"],
      ]),
    );
    const { organizer, manager, second } = stage.people;
    expect(await told("mentorLeaves")).toEqual(ids(organizer));
    expect(await told("nominationWithdrawn")).toEqual(ids(manager, second));
    const message = await db.message.findFirstOrThrow({ where: { kind: "mentorLeaves" } });
    expect(message).toMatchObject({ href: `/cohorts/${stage.cohort.id}/pairings`, data: { count: 1 } });
    const facts = await launchFacts(db, stage.cohort.id, "2026-03-02");
    expect(launchBlockers({ ...facts, state: "READY" }).map(({ key }) => key)).toContain(
      "cohorts.blocker.mentorNotEligible",
    );
    const next = await aNomination(stage.cohort, stage.floor, await aPerson());
    const over = { pairingId: pairing.id, nominationId: next.id, reason, note: "" };
    const { pairingId } = await reassignPairing(stage.actors.organizer, over);
    expect(await db.pairing.findUniqueOrThrow({ where: { id: pairingId } })).toMatchObject({
      state: "CONFIRMED",
      mentorId: next.personId,
    });
  });
});
