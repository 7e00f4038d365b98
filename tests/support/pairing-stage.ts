import { expect } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { confirmPairings, pairMentee } from "@/lib/pairings/commands";
import { resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPerson,
  aProgram,
  mondayMorning,
} from "@/tests/support/rows";

/** A cohort with one mentor of two places and two mentees, the people around it, and what its organizer can do. */
export async function aPairingStage(given: { cap?: number; model?: "GROUP" | "PEER" } = {}) {
  await resetDatabase();
  clock.set(mondayMorning);
  const organizer = await aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" });
  const [manager, mentor, stranger] = await Promise.all([
    aPerson({ name: "Luca Moretti" }),
    aPerson({ name: "Priya Nair" }),
    aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
  ]);
  const floor = await aFloor([manager]);
  const program = await aProgram({ days: 3, cap: 50, ...given });
  const cohort = await aCohort({ organizer, floors: [floor], versionId: program.id });
  const nomination = await aNomination(cohort, floor, mentor);
  const [first, second] = await aGroup(cohort, 2);
  if (!first || !second) throw new Error("a stage needs two mentees");
  const people = { organizer, manager, mentor, stranger, mentee: first.person };
  const entries = Object.entries(people).map(async ([who, one]) => [who, await actor(one)] as const);
  const actors = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof people, Actor>;
  const pair = (
    enrollment: { id: string },
    by: { id: string } = nomination,
    kind: "LEAD" | "CALL" = "LEAD",
  ) => pairMentee(actors.organizer, { enrollmentId: enrollment.id, nominationId: by.id, kind });
  const confirm = (...pairingIds: string[]) =>
    confirmPairings(actors.organizer, { cohortId: cohort.id, pairingIds });
  /** Runs the deed as everybody else and expects that they cannot know of it, and that nothing is written. */
  const refusesOthers = async (deed: (who: Actor) => Promise<unknown>) => {
    const before = await db.auditRecord.count();
    for (const [who, one] of Object.entries(actors)) {
      if (who !== "organizer") await expect(deed(one), who).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await db.auditRecord.count()).toBe(before);
  };
  return { floor, program, cohort, nomination, first, second, people, actors, pair, confirm, refusesOthers };
}

export type PairingStage = Awaited<ReturnType<typeof aPairingStage>>;

/** So many new mentees of a cohort. */
export async function aGroup(cohort: { id: string }, count: number) {
  const enrolled = Array.from({ length: count }, async () => {
    const person = await aPerson();
    return { ...(await anEnrollment(cohort, person)), person };
  });
  return Promise.all(enrolled);
}

export const pairingRow = (id: string) => db.pairing.findUniqueOrThrow({ where: { id } });

/** How many of these deeds, all begun at once, were done, and the keys of what the others were refused with. */
export async function settle(deeds: Promise<unknown>[]) {
  const results = await Promise.allSettled(deeds);
  const keys = results.flatMap((one) =>
    one.status === "rejected" ? [one.reason?.sentence?.key ?? one.reason] : [],
  );
  return { done: results.length - keys.length, keys: [...new Set(keys)] };
}

/** A goal on which nobody has agreed yet. */
export function aGoal(pairing: { id: string }, by: { id: string }) {
  const words = {
    indicator: "Calls led alone",
    baseline: "0",
    target: "5 a day",
    dueOn: fromDay("2026-03-12"),
  };
  const data = { pairingId: pairing.id, proposedById: by.id, createdAt: mondayMorning, ...words };
  return db.pairingGoal.create({ data });
}
