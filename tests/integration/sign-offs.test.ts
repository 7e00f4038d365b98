import { beforeEach, describe, expect, it } from "vitest";
import { launchCohort } from "@/lib/cohorts/commands";
import { cohortSummary } from "@/lib/cohorts/queries";
import { db } from "@/lib/db";
import { decideSignOff, requestSignOff } from "@/lib/sign-offs/commands";
import { signOffCandidates } from "@/lib/sign-offs/queries";
import { aCohortStage, type CohortStage, recorded, refusal, staff, told } from "@/tests/support/cohort-stage";
import { actor } from "@/tests/support/rows";

let stage: CohortStage;
let cohortId: string;
beforeEach(async () => {
  stage = await aCohortStage();
  cohortId = await stage.create({ organizerIds: [stage.people.second.id] });
});

const about = "Protected mentor hours";
const ask = () => requestSignOff(stage.organizer, { cohortId, personId: stage.people.outsider.id, about });

describe("a sign-off", () => {
  it("is asked for, sent back with what has to change, asked for again and approved", async () => {
    const { id: signOffId } = await ask();
    expect(await told("signOffRequested")).toEqual(["Omar Haddad"]);
    const change = { signOffId, decision: "CHANGES_REQUESTED", comment: "Only four hours a week" } as const;
    await decideSignOff(stage.outsider, change);
    expect(await told("signOffDecided")).toEqual(["Amara Okafor", "Zoë Adler"]);
    expect(await ask()).toEqual({ id: signOffId });
    await decideSignOff(stage.outsider, { signOffId, decision: "APPROVED", comment: "" });
    expect(await db.signOff.findUniqueOrThrow({ where: { id: signOffId } })).toMatchObject({
      state: "APPROVED",
      comment: null,
    });
    const decided = await recorded("sign-offs.decideSignOff");
    expect(decided.map((record) => record.actorName)).toEqual(["Omar Haddad", "Omar Haddad"]);
    expect(decided[0]?.data).toMatchObject({ reason: "Only four hours a week" });
    expect(await recorded("sign-offs.requestSignOff")).toHaveLength(2);
  });

  it("is refused twice, twice decided, and after the launch", async () => {
    const { id: signOffId } = await ask();
    expect(await refusal(ask())).toBe("cohorts.refused.signOffStateAlready");
    const approve = () => decideSignOff(stage.outsider, { signOffId, decision: "APPROVED", comment: "" });
    await approve();
    expect(await refusal(approve())).toBe("cohorts.refused.signOffStateAlready");
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    expect(await refusal(ask())).toBe("cohorts.refused.launchedAlready");
    expect(await refusal(approve())).toBe("cohorts.refused.launchedAlready");
  });

  it("that is open or sent back holds the launch up", async () => {
    await staff(stage, cohortId);
    const { id: signOffId } = await ask();
    expect(await refusal(launchCohort(stage.organizer, { cohortId }))).toBe("cohorts.blocker.signOffsOpen");
    const comment = "Too early";
    await decideSignOff(stage.outsider, { signOffId, decision: "CHANGES_REQUESTED", comment });
    expect(await refusal(launchCohort(stage.organizer, { cohortId }))).toBe(
      "cohorts.blocker.signOffsChanges",
    );
  });

  it("is asked for once when two ask at the same time, and decided once", async () => {
    const asked = await Promise.allSettled([ask(), ask()]);
    expect(asked.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const { id: signOffId } = await db.signOff.findFirstOrThrow();
    const decided = await Promise.allSettled([
      decideSignOff(stage.outsider, { signOffId, decision: "APPROVED", comment: "" }),
      decideSignOff(stage.outsider, { signOffId, decision: "CHANGES_REQUESTED", comment: "Wait" }),
    ]);
    expect(decided.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await recorded("sign-offs.decideSignOff")).toHaveLength(1);
  });
});

describe("who may", () => {
  it("only organizers ask, and only who was asked decides; to the others it is not found", async () => {
    const { id: signOffId } = await ask();
    const personId = stage.people.manager.id;
    for (const person of ["mentee", "manager", "outsider"] as const) {
      const other = await actor(stage.people[person]);
      expect(await refusal(requestSignOff(other, { cohortId, personId, about }))).toBe("errors.notFound");
      expect(await refusal(signOffCandidates(other, cohortId, undefined))).toBe("errors.notFound");
    }
    for (const other of [stage.organizer, stage.second, await actor(stage.people.manager)]) {
      const decision = decideSignOff(other, { signOffId, decision: "APPROVED", comment: "" });
      expect(await refusal(decision)).toBe("errors.notFound");
    }
  });

  it("lets whoever was asked see the cohort and their own sign-off, and nothing of the others", async () => {
    await ask();
    await requestSignOff(stage.organizer, { cohortId, personId: stage.people.manager.id, about });
    const summary = await cohortSummary(stage.outsider, cohortId);
    expect(summary.signOffs.map((one) => one.about)).toEqual([about]);
    expect(summary.floorMentees).toEqual([]);
  });

  it("offers managers of floors first, and anybody by name", async () => {
    const offered = await signOffCandidates(stage.organizer, cohortId, undefined);
    expect(offered.map((one) => one.name)).toEqual(["Luca Moretti"]);
    const found = await signOffCandidates(stage.organizer, cohortId, "omar");
    expect(found.map((one) => one.name)).toEqual(["Omar Haddad"]);
  });
});
