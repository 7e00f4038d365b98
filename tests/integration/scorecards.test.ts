import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { reopenList, submitList } from "@/lib/mentor-lists/commands";
import { approveNominations, decideNomination, proposeMentors } from "@/lib/nominations/commands";
import { saveScorecard } from "@/lib/scorecards/commands";
import { getScorecards } from "@/lib/scorecards/queries";
import { asOwner } from "@/tests/support/database";
import {
  aMentorStage,
  approval,
  due,
  type MentorStage,
  reason,
  recorded,
  refused,
} from "@/tests/support/mentor-stage";
import { settled } from "@/tests/support/refusals";
import { aPerson } from "@/tests/support/rows";

let stage: MentorStage;
beforeEach(async () => {
  stage = await aMentorStage();
});
afterAll(() => clock.run());

type Level = "" | "1" | "2" | "3" | "4" | "5";
const card = (nominationId: string, level: Level = "4", seen = 0) => ({
  nominationId,
  seen,
  marks: [
    { criterion: "EXPERIENCE" as const, level, note: "Calm on hard calls" },
    { criterion: "OUTLOOK" as const, level: "" as const, note: "" },
  ],
});

describe("a scorecard", () => {
  test("is filled in and changed by a manager, and the history never says what it says", async () => {
    const { id, listId } = await stage.proposed();
    await saveScorecard(stage.actors.manager, card(id));
    await saveScorecard(stage.actors.second, card(id, "5", 1));
    const shown = (await getScorecards(stage.actors.organizer, listId)).get(id);
    expect(shown).toMatchObject({ version: 2, filledBy: { name: "Mei Tanaka" } });
    expect(shown?.marks).toEqual([{ criterion: "EXPERIENCE", level: 5, note: "Calm on hard calls" }]);
    const record = await db.auditRecord.findFirstOrThrow({ where: { action: "scorecards.saveScorecard" } });
    expect(record.data).toEqual({
      person: "Priya Nair",
      floor: expect.any(String),
      cohort: expect.any(String),
    });
  });

  test("is seen by the managers of that floor and the organizers, and by nobody else", async () => {
    const { listId } = await stage.proposed();
    for (const who of ["manager", "second", "organizer"] as const) {
      await expect(getScorecards(stage.actors[who], listId)).resolves.toBeInstanceOf(Map);
    }
    await stage.refusesEverybodyBut(["manager", "second", "organizer"], (who) => getScorecards(who, listId));
  });

  test("about oneself is neither written nor seen, also not by a manager", async () => {
    const { id, listId } = await stage.proposed(stage.people.manager.id);
    await expect(saveScorecard(stage.actors.manager, card(id))).rejects.toEqual(
      refused("scorecards.refused.own"),
    );
    await saveScorecard(stage.actors.second, card(id));
    expect((await getScorecards(stage.actors.manager, listId)).size).toBe(0);
    expect((await getScorecards(stage.actors.second, listId)).size).toBe(1);
  });

  test("of two managers at once one is kept, and the other is told who was faster", async () => {
    const { id } = await stage.proposed();
    const results = await Promise.allSettled([
      saveScorecard(stage.actors.manager, card(id, "2")),
      saveScorecard(stage.actors.second, card(id, "5")),
    ]);
    expect(settled(results)).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((one) => one.status === "rejected");
    expect(lost?.reason).toEqual(refused("scorecards.refused.filledMeanwhile"));
    expect(await recorded("scorecards.saveScorecard")).toBe(1);
  });

  test("stays as it is once the list is submitted, until it is opened again", async () => {
    const { id, listId } = await stage.proposed();
    await saveScorecard(stage.actors.manager, card(id));
    await decideNomination(stage.actors.manager, approval(id));
    await submitList(stage.actors.manager, { listId });
    await expect(saveScorecard(stage.actors.manager, card(id, "1", 1))).rejects.toEqual(
      refused("mentors.refused.listSubmitted"),
    );
    await expect(asOwner(`UPDATE "ScorecardMark" SET level = 1`)).rejects.toThrow("scorecard_list_open");
    await reopenList(stage.actors.organizer, { listId, reason, ...due });
    await saveScorecard(stage.actors.manager, card(id, "1", 1));
  });

  test("is refused by the database on oneself, and with a level that there is not", async () => {
    const { id } = await stage.proposed();
    await expect(
      asOwner(`INSERT INTO "Scorecard" ("nominationId", version, "filledById", "filledAt")
        SELECT id, 1, "personId", now() FROM "MentorNomination"`),
    ).rejects.toThrow("scorecard_not_own");
    await saveScorecard(stage.actors.manager, card(id));
    await expect(asOwner(`UPDATE "ScorecardMark" SET level = 6`)).rejects.toThrow("scorecard_level");
  });
});

describe("approving several at once", () => {
  const terms = { kind: "BOTH", hoursPerWeek: 6, capacity: 2 } as const;

  test("approves each, and says of each who could not be approved why", async () => {
    const first = await stage.proposed();
    const more = await aPerson({ floorId: stage.floor.id, name: "Nadia Haddad" });
    await proposeMentors(stage.actors.organizer, {
      listId: first.listId,
      personIds: [more.id, stage.people.manager.id],
    });
    await decideNomination(stage.actors.second, {
      nominationId: first.id,
      was: "PROPOSED",
      decision: "DECLINED",
      reason,
    });
    const nominationIds = (await stage.list()).nominations.map((one) => one.id);
    const input = { listId: first.listId, nominationIds, ...terms };
    const { rows } = await approveNominations(stage.actors.manager, input);
    expect(Object.fromEntries(rows.map((row) => [row.name, row.refusal?.key ?? null]))).toEqual({
      "Priya Nair": "mentors.refused.decidedMeanwhile",
      "Nadia Haddad": null,
      "Luca Moretti": "mentors.refused.ownNomination",
    });
    expect(await db.mentorNomination.count({ where: { decision: "APPROVED", ...terms } })).toBe(1);
  });

  test("knows nobody of another list", async () => {
    const { listId } = await stage.proposed();
    const input = { listId, nominationIds: [stage.people.colleague.id], ...terms };
    await expect(approveNominations(stage.actors.manager, input)).rejects.toBeInstanceOf(NotFoundError);
  });
});
