import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { nameDelegate, releaseDelegate } from "@/lib/delegates/commands";
import { delegatesOfFloor } from "@/lib/delegates/queries";
import { NotFoundError } from "@/lib/errors";
import { setFloorManagers } from "@/lib/floors/commands";
import { cohortHistory } from "@/lib/history/queries";
import { submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, lapseInvitations } from "@/lib/mentors/commands";
import { getSupply } from "@/lib/mentors/queries";
import { decideNomination } from "@/lib/nominations/commands";
import { deactivatePerson } from "@/lib/people/commands";
import { asOwner } from "@/tests/support/database";
import {
  aMentorStage,
  approval,
  ids,
  type MentorStage,
  nominationRow,
  reason,
  refusal,
  refused,
  told,
  zone,
} from "@/tests/support/mentor-stage";
import { actor, aPerson } from "@/tests/support/rows";

let stage: MentorStage;
let delegateId: string;
const delegate = (): Promise<Actor> => actor({ id: delegateId });
const at = (day: Day, minute: number) => clock.set(instantAt(day, minute, zone));

beforeEach(async () => {
  stage = await aMentorStage();
  // Seven hours behind the manager, whose days count.
  const person = await aPerson({ name: "Noor Haddad" });
  await db.person.update({ where: { id: person.id }, data: { timeZone: "America/New_York" } });
  delegateId = person.id;
});
afterAll(() => clock.run());

const days = { firstDay: "2026-03-03", lastDay: "2026-03-04" } as const;
const away = (more: Partial<Parameters<typeof nameDelegate>[1]> = {}) => ({
  floorId: stage.floor.id,
  managerId: stage.people.manager.id,
  delegateId,
  ...days,
  ...more,
});
const name = (more: Parameters<typeof away>[0] = {}) => nameDelegate(stage.actors.manager, away(more));

describe("whoever stands in for a manager", () => {
  test("may do what the manager may from the first day to the last where the manager is, and not before or after", async () => {
    await name();
    const { id } = await stage.proposed();
    at("2026-03-02", 23 * 60 + 59);
    await expect(decideNomination(await delegate(), approval(id))).rejects.toBeInstanceOf(NotFoundError);
    at("2026-03-03", 0);
    expect((await delegate()).hats).toContain("floor");
    await decideNomination(await delegate(), approval(id));
    at("2026-03-04", 23 * 60 + 59);
    await submitList(await delegate(), { listId: (await nominationRow(id)).listId });
    at("2026-03-05", 0);
    expect((await delegate()).managedFloorIds).toEqual([]);
    await expect(decideNomination(await delegate(), refusal(id))).rejects.toBeInstanceOf(NotFoundError);
  });

  test("is named in the history with whom they stand in for; a manager stands for themselves", async () => {
    await name();
    const { id } = await stage.proposed();
    at("2026-03-03", 600);
    await decideNomination(await delegate(), approval(id));
    await decideNomination(stage.actors.second, { ...refusal(id), was: "APPROVED" });
    const { entries } = await cohortHistory(stage.actors.organizer, stage.cohort.id);
    const [second, first] = entries.map((one) => one.sentence);
    expect(first).toMatch(/^Noor Haddad approved Priya Nair.*, standing in for Luca Moretti$/);
    expect(second).not.toContain("standing in");
  });

  test("is told what the managers are told, on these days alone", async () => {
    await name();
    const { id } = await stage.submitted();
    expect(await told("listRequested")).not.toContain(delegateId);
    await stage.invite(id);
    at("2026-03-04", 600);
    await expect(
      answerInvitation(stage.actors.colleague, { nominationId: id, answer: "DECLINED", reason }),
    ).rejects.toEqual(refused("mentors.refused.answeredLate"));
    await lapseInvitations();
    const { organizer, manager, second } = stage.people;
    expect(await told("mentorInvitationLapsed")).toEqual(ids(organizer, manager, second, { id: delegateId }));
  });

  test("is shown beside the managers of the floor while they stand in, with their last day", async () => {
    await name();
    await stage.proposed();
    const shown = async () => (await getSupply(stage.actors.organizer, stage.cohort.id)).floors[0]?.standIns;
    expect(await shown()).toEqual([]);
    at("2026-03-03", 600);
    expect(await shown()).toEqual([
      { delegate: "Noor Haddad", manager: "Luca Moretti", lastDay: "2026-03-04" },
    ]);
    at("2026-03-05", 0);
    expect(await shown()).toEqual([]);
  });

  test("decides nothing about themselves", async () => {
    await db.person.update({ where: { id: delegateId }, data: { floorId: stage.floor.id } });
    await name();
    const { id } = await stage.proposed(delegateId);
    at("2026-03-03", 600);
    await expect(decideNomination(await delegate(), approval(id))).rejects.toEqual(
      refused("mentors.refused.ownNomination"),
    );
  });

  test("stands in no longer once it was ended, or the manager no longer manages the floor or has no account", async () => {
    await name();
    at("2026-03-03", 600);
    const { id: delegationId } = await db.floorDelegate.findFirstOrThrow();
    await releaseDelegate(stage.actors.manager, { delegationId });
    expect((await delegate()).managedFloorIds).toEqual([]);
    await expect(releaseDelegate(stage.actors.manager, { delegationId })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await name();
    expect((await delegate()).managedFloorIds).toEqual([stage.floor.id]);
    const admin = await actor(await aPerson({ grant: "ADMIN" }));
    const { manager, second } = stage.people;
    const seen = [manager.id, second.id];
    await setFloorManagers(admin, { floorId: stage.floor.id, personIds: [second.id], seen });
    expect((await delegate()).managedFloorIds).toEqual([]);
    await nameDelegate(admin, away({ managerId: second.id }));
    expect((await delegate()).standsInFor).toEqual([{ floorId: stage.floor.id, manager: "Mei Tanaka" }]);
    await deactivatePerson(admin, { personId: second.id });
    expect((await delegate()).managedFloorIds).toEqual([]);
  });
});

describe("naming somebody", () => {
  test("is the manager's own, or an administrator's or enablement manager's; both are told", async () => {
    const { organizer, manager, second, colleague, outsider } = stage.actors;
    for (const who of [second, colleague, outsider]) {
      await expect(nameDelegate(who, away())).rejects.toBeInstanceOf(NotFoundError);
    }
    await nameDelegate(organizer, away());
    expect(await told("delegateNamed")).toEqual(ids({ id: delegateId }, stage.people.manager));
    at("2026-03-03", 600);
    // Who stands in does not hand that on.
    const other = await aPerson();
    const later = { firstDay: "2026-03-10", lastDay: "2026-03-11", delegateId: other.id } as const;
    await expect(nameDelegate(await delegate(), away(later))).rejects.toBeInstanceOf(NotFoundError);
    expect((await delegatesOfFloor(await delegate(), stage.floor.id)).managers).toEqual([]);
    expect(await delegatesOfFloor(manager, stage.floor.id)).toMatchObject({
      managers: [{ id: manager.personId }],
      delegations: [{ manager: "Luca Moretti", delegate: "Noor Haddad", mayRelease: true, ...days }],
    });
  });

  test("refuses oneself, another manager, days that go backwards or are over, and whoever has no account", async () => {
    const { manager, second } = stage.people;
    await expect(name({ delegateId: manager.id })).rejects.toEqual(refused("delegates.refused.oneself"));
    await expect(name({ delegateId: second.id })).rejects.toEqual(refused("delegates.refused.managesAnyway"));
    await expect(name({ lastDay: "2026-03-02" })).rejects.toEqual(refused("delegates.refused.backwards"));
    await expect(name({ firstDay: "2026-02-26", lastDay: "2026-02-27" })).rejects.toEqual(
      refused("delegates.refused.over"),
    );
    await db.person.update({ where: { id: delegateId }, data: { deactivatedAt: clock.now() } });
    await expect(name()).rejects.toEqual(refused("delegates.refused.gone"));
  });

  test("refuses a second delegate on the same days, also of two at once; other managers and days are free", async () => {
    const other = await aPerson();
    const both = await Promise.allSettled([
      name(),
      name({ delegateId: other.id, firstDay: "2026-03-04", lastDay: "2026-03-09" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: refused("delegates.refused.twice"),
    });
    await name({ delegateId: other.id, firstDay: "2026-03-16", lastDay: "2026-03-17" });
    await nameDelegate(stage.actors.second, away({ managerId: stage.people.second.id }));
    expect(await db.floorDelegate.count()).toBe(3);
  });

  test("is refused by the database too, whoever asks it", async () => {
    const insert = (manager: string, stands: string, first: string, last: string) =>
      asOwner(
        `INSERT INTO "FloorDelegate" (id, "floorId", "managerId", "delegateId", "firstDay", "lastDay", "createdById", "createdAt")
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $2, now())`,
        [stage.floor.id, manager, stands, first, last],
      );
    const { manager, colleague } = stage.people;
    await expect(insert(manager.id, manager.id, "2026-03-03", "2026-03-03")).rejects.toThrow(
      "delegate_not_oneself",
    );
    await expect(insert(manager.id, delegateId, "2026-03-03", "2026-03-02")).rejects.toThrow(
      "delegate_forwards",
    );
    await expect(insert(colleague.id, delegateId, "2026-03-03", "2026-03-03")).rejects.toThrow(
      "delegate_of_manager",
    );
    await insert(manager.id, delegateId, "2026-03-03", "2026-03-05");
    await expect(insert(manager.id, colleague.id, "2026-03-05", "2026-03-06")).rejects.toThrow(
      "delegate_not_twice",
    );
    await expect(asOwner(`UPDATE "FloorDelegate" SET "lastDay" = '2026-12-31'`)).rejects.toThrow(
      "delegate_fixed",
    );
  });
});

describe("a floor with several managers", () => {
  test("of two who decide at once one wins, and the other is told who it was and when", async () => {
    const { id } = await stage.proposed();
    at("2026-03-02", 9 * 60);
    const both = await Promise.allSettled([
      decideNomination(stage.actors.manager, approval(id)),
      decideNomination(stage.actors.second, refusal(id)),
    ]);
    const lost = both.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    const { decidedById, decision } = await nominationRow(id);
    const winner = decidedById === stage.people.manager.id ? "Luca Moretti" : "Mei Tanaka";
    expect(lost[0]?.reason.sentence).toMatchObject({
      key: "mentors.refused.decidedMeanwhile",
      values: { actor: winner, decision, person: "Priya Nair", day: "2026-03-02", time: "9:00 AM" },
    });
    expect(await db.auditRecord.count({ where: { action: "nominations.decideNomination" } })).toBe(1);
  });
});
