import { expect } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addDays, type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { resetDatabase } from "@/tests/support/database";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  aSession,
  monday,
  mondayMorning,
} from "@/tests/support/rows";

export const tuesday = addDays(monday, 1);
export const ten = 10 * 60;
/** A local time of Berlin as the form sends it. */
export const at = (day: Day, minute: number) => instantAt(day, minute, "Europe/Berlin").toISOString();

/** A block of live calls of one mentee, an hour from ten on a Tuesday unless told otherwise. */
export async function aBlock(
  cohort: { id: string; versionId: string },
  enrollment: { id: string },
  given: { day?: Day; minute?: number; facilitator?: { id: string }; state?: "PLANNED" | "CONFIRMED" } = {},
) {
  const template = await db.sessionTemplate.findFirstOrThrow({
    where: { versionId: cohort.versionId, facilitatorRole: "CALL_MENTOR" },
    orderBy: { day: "asc" },
  });
  return aSession(cohort, {
    day: tuesday,
    minute: ten,
    minutes: 60,
    kind: "LIVE_CALLS",
    template,
    enrollment,
    ...given,
  });
}

/** A suggested cover, written straight to the database. */
export const aCover = (
  block: { id: string; startsAt: Date; endsAt: Date },
  nomination: { id: string; personId: string },
) =>
  db.callCover.create({
    data: {
      sessionId: block.id,
      nominationId: nomination.id,
      mentorId: nomination.personId,
      startsAt: block.startsAt,
      endsAt: block.endsAt,
      createdAt: mondayMorning,
    },
  });

/** A cohort with two mentees, each with a block of live calls at the same time, and two call mentors. */
export async function aCallStage() {
  await resetDatabase();
  clock.set(mondayMorning);
  const organizer = await aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" });
  const manager = await aPerson({ name: "Luca Moretti" });
  const floor = await aFloor([manager]);
  const [lead, priya, tomas, stranger] = await Promise.all([
    aPerson({ name: "Noor Haddad", floorId: floor.id }),
    aPerson({ name: "Priya Nair", floorId: floor.id }),
    aPerson({ name: "Tomáš Kováč", floorId: floor.id }),
    aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
  ]);
  const program = await aProgram({ days: 5, calls: true });
  const cohort = await aCohort({ organizer, floors: [floor], versionId: program.id });
  const leads = await aNomination(cohort, floor, lead);
  const first = { ...(await aNomination(cohort, floor, priya, { kind: "CALL" })), person: priya };
  const second = { ...(await aNomination(cohort, floor, tomas, { kind: "BOTH" })), person: tomas };
  const mentee = await aPerson({ name: "Kwame Mensah" });
  const kwame = await anEnrollment(cohort, mentee);
  const julia = await anEnrollment(cohort, await aPerson({ name: "Júlia Santos" }));
  const block = await aBlock(cohort, kwame);
  const other = await aBlock(cohort, julia);
  const people = { organizer, manager, lead, priya, tomas, stranger, mentee };
  const entries = Object.entries(people).map(async ([who, one]) => [who, await actor(one)] as const);
  const actors = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof people, Actor>;
  /** Runs the deed as everybody else and expects that they cannot know of it, and that nothing is written. */
  const refusesOthers = async (deed: (who: Actor) => Promise<unknown>) => {
    const before = await db.auditRecord.count();
    for (const [who, one] of Object.entries(actors)) {
      if (who !== "organizer") await expect(deed(one), who).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await db.auditRecord.count()).toBe(before);
  };
  /** Pairs a mentee with the lead mentor, who stands in for their calls. */
  const paired = async (
    enrollment: { id: string; cohortId: string },
    given: { announced?: boolean } = {},
  ) => {
    if (given.announced ?? true) return aPairing(enrollment, leads, "CONFIRMED");
    const { id } = await aPairing(enrollment, leads, "SUGGESTED");
    return db.pairing.update({ where: { id }, data: { state: "CONFIRMED" } });
  };
  return {
    cohort,
    floor,
    people,
    actors,
    leads,
    first,
    second,
    kwame,
    julia,
    block,
    other,
    refusesOthers,
    paired,
  };
}

export type CallStage = Awaited<ReturnType<typeof aCallStage>>;

/** Who sits in on a block as it stands: the standing cover's state and mentor, and who leads the session. */
export async function sitters(sessionId: string) {
  const covers = await db.callCover.findMany({
    where: { sessionId, state: { in: ["SUGGESTED", "CONFIRMED"] } },
    select: { id: true, state: true, mentorId: true, toldAt: true },
  });
  const leads = await db.sessionFacilitator.findMany({
    where: { sessionId },
    select: { personId: true, state: true },
  });
  return { cover: covers[0] ?? null, leads };
}
