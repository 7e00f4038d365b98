import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { setCapacity } from "@/lib/capacities/commands";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { lockPairing, suggestPairings, workOnRun } from "@/lib/suggestions/commands";
import { getLastRun } from "@/lib/suggestions/queries";
import { aCrowd } from "@/tests/support/crowd-stage";
import { asOwner } from "@/tests/support/database";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aGroup, aPairingStage, type PairingStage, settle } from "@/tests/support/pairing-stage";
import { aCohort, aNomination, aPerson, mondayMorning } from "@/tests/support/rows";
import { endWorkers, startWorker } from "@/tests/support/worker";

const patience = { timeout: 25_000, interval: 50 };
let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
});
afterEach(endWorkers);
afterAll(() => clock.run());

const suggest = () =>
  suggestPairings(stage.actors.organizer, {
    cohortId: stage.cohort.id,
    objective: "total",
    balance: false,
  });
const lastRun = () => getLastRun(stage.actors.organizer, stage.cohort.id);
const runRow = () => db.suggestionRun.findFirstOrThrow({ orderBy: { id: "desc" } });
const suggested = () => db.pairing.count({ where: { state: "SUGGESTED" } });

/** Keeps runs of the cohort from writing until the owner of the database lets them. */
async function keepFromWriting(): Promise<() => Promise<unknown>> {
  await asOwner("BEGIN");
  await asOwner(`SELECT 1 FROM "Cohort" WHERE id = $1 FOR NO KEY UPDATE`, [stage.cohort.id]);
  return () => asOwner("COMMIT");
}
const untilItWrites = () => vi.waitFor(async () => expect((await runRow()).step).toBe("WRITING"), patience);

/** A run that waits for the worker, as that of a large cohort does. */
async function aQueuedRun(seenAt = clock.now()) {
  const run = await db.suggestionRun.create({
    data: {
      cohortId: stage.cohort.id,
      startedById: stage.people.organizer.id,
      objective: "TOTAL",
      balance: false,
      createdAt: seenAt,
      seenAt,
    },
  });
  await db.$executeRaw`SELECT enqueue('solveSuggestions', json_build_object('runId', ${run.id}::text))`;
  return run;
}

describe("a run", () => {
  test("says who wanted it, what it came to, and for whom it differs from the one before", async () => {
    await suggest();
    const { first, floor, cohort } = stage;
    expect(await lastRun()).toMatchObject({ state: "READY", by: "Amara Okafor", suggested: 2, changes: [] });
    await aNomination(cohort, floor, await aPerson({ name: "Ben Adeyemi" }), { capacity: 1 });
    await db.doNotPair.create({
      data: {
        personId: first.person.id,
        otherPersonId: stage.people.mentor.id,
        createdById: first.person.id,
        createdAt: mondayMorning,
      },
    });
    await suggest();
    expect(await lastRun()).toMatchObject({
      state: "READY",
      lowest: 0.5,
      before: { lowest: 0.5 },
      changes: [{ mentee: first.person.name, from: "Priya Nair", to: "Ben Adeyemi" }],
    });
  });

  test("is seen by the organizers alone, and what it came to never changes", async () => {
    await suggest();
    await stage.refusesOthers((who) => getLastRun(who, stage.cohort.id));
    const { id } = await runRow();
    await expect(db.suggestionRun.update({ where: { id }, data: { total: 9 } })).rejects.toThrow();
    await expect(db.suggestionRun.delete({ where: { id } })).rejects.toThrow();
  });

  test("of two hundred mentees is left to the worker; it is found when it is ready", async () => {
    const { listId } = stage.nomination;
    await aCrowd(stage.cohort, { id: listId }, { mentees: 200, mentors: 60 });
    expect(await suggest()).toMatchObject({ outcome: null });
    expect(await lastRun()).toMatchObject({ state: "QUEUED", all: 202 });
    await startWorker();
    await vi.waitFor(async () => expect((await lastRun())?.state).toBe("READY"), patience);
    expect(await lastRun()).toMatchObject({ suggested: 202, unpaired: 0 });
    expect(await suggested()).toBe(202);
  }, 60_000);
});

describe("runs at once", () => {
  test("of one cohort are one; the others are told", async () => {
    await aGroup(stage.cohort, 6);
    const release = await keepFromWriting();
    const first = suggest();
    await untilItWrites();
    expect(await settle([suggest(), suggest()])).toEqual({ done: 0, keys: ["suggestions.refused.underWay"] });
    await release();
    expect((await first).outcome).toMatchObject({ suggested: 2 });
    expect(await suggested()).toBe(2);
    expect(await recorded("suggestions.suggestPairings")).toBe(1);
  });

  test("of cohorts that overlap give the last places of a mentor once: the other is asked to suggest again", async () => {
    const { people, program, floor, actors } = stage;
    const startsOn = "2026-03-04";
    const other = await aCohort({ organizer: people.organizer, startsOn, versionId: program.id });
    await aNomination(other, floor, people.mentor, { capacity: 2 });
    await aGroup(other, 2);
    const release = await keepFromWriting();
    const late = suggest();
    await untilItWrites();
    await suggestPairings(actors.organizer, { cohortId: other.id, objective: "total", balance: false });
    await release();
    await expect(late).rejects.toEqual(refused("suggestions.refused.mentorChanged"));
    expect(await db.pairing.count({ where: { mentorId: people.mentor.id, state: "SUGGESTED" } })).toBe(2);
  });
});

describe("what changed while mentors were looked for", () => {
  async function refusesAfter(change: () => Promise<unknown>, key: string) {
    const release = await keepFromWriting();
    const running = suggest();
    await untilItWrites();
    await change();
    const before = await suggested();
    await release();
    await expect(running).rejects.toMatchObject({ sentence: { key } });
    expect(await suggested()).toBe(before);
    expect(await lastRun()).toMatchObject({ state: "FAILED", failure: { key } });
    expect((await suggest()).outcome).not.toBeNull();
  }

  test("is not written over: a pairing that was made", async () => {
    await refusesAfter(() => stage.pair(stage.first), "suggestions.refused.menteeChanged");
  });

  test("is not written over: a suggestion that was kept", async () => {
    const { pairingId } = await stage.pair(stage.first);
    const keep = () => lockPairing(stage.actors.organizer, { pairingId, locked: true });
    await refusesAfter(keep, "suggestions.refused.menteeChanged");
  });

  test("is not written over: another number of places", async () => {
    const input = { nominationId: stage.nomination.id, capacity: 1, reason: "" };
    const lower = () => setCapacity(stage.actors.organizer, input);
    await refusesAfter(lower, "suggestions.refused.mentorChanged");
  });
});

describe("a worker that is killed", () => {
  test("wrote nothing, and another one begins again and writes once", async () => {
    clock.run();
    const release = await keepFromWriting();
    await aQueuedRun();
    const worker = await startWorker();
    await untilItWrites();
    await worker.end("SIGKILL");
    expect(await suggested()).toBe(0);
    await release();
    await startWorker();
    await vi.waitFor(async () => expect((await runRow()).state).toBe("READY"), patience);
    expect(await runRow()).toMatchObject({ attempt: 2, suggested: 2 });
    expect(await suggested()).toBe(2);
    expect(await recorded("suggestions.suggestPairings")).toBe(1);
  }, 60_000);

  test("and never comes back is shown as failed, and does not stand in the way", async () => {
    const { id } = await aQueuedRun(new Date(mondayMorning.getTime() - 61_000));
    expect(await lastRun()).toMatchObject({ state: "FAILED", failure: { key: "suggestions.run.hung" } });
    expect((await suggest()).outcome).toMatchObject({ suggested: 2 });
    expect(await db.suggestionRun.findUnique({ where: { id } })).toMatchObject({ state: "FAILED" });
    expect(await workOnRun(id, { lastTry: false })).toBeNull();
  });

  test("and wakes up after another took over writes nothing", async () => {
    const release = await keepFromWriting();
    const { id } = await aQueuedRun();
    const slow = workOnRun(id, { lastTry: false });
    await untilItWrites();
    await db.suggestionRun.update({ where: { id }, data: { attempt: { increment: 1 } } });
    await release();
    await expect(slow).rejects.toEqual(refused("suggestions.refused.givenUp"));
    expect(await suggested()).toBe(0);
    expect(await runRow()).toMatchObject({ state: "SOLVING", attempt: 2 });
  });
});
