import { clock } from "@/lib/clock";
import { createCohort } from "@/lib/cohorts/commands";
import type { CreateCohort } from "@/lib/cohorts/schema";
import { db, transaction } from "@/lib/db";
import { confirmPairings, pairMentee } from "@/lib/pairings/commands";
import { installDefaultProgram } from "@/lib/programs/commands";
import { resetDatabase } from "@/tests/support/database";
import { actor, aFloor, aNomination, aPerson, mondayMorning } from "@/tests/support/rows";

/** Two organizers, a floor with its manager, two new sellers, two who can mentor, and the default program. */
export async function aCohortStage() {
  await resetDatabase();
  clock.set(mondayMorning);
  const { versionId } = await transaction(db, installDefaultProgram);
  const manager = await aPerson({ name: "Luca Moretti" });
  const floor = await aFloor([manager]);
  const people = {
    manager,
    organizer: await aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" }),
    second: await aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
    mentee: await aPerson({ name: "Sven Lund", floorId: floor.id }),
    newcomer: await aPerson({ name: "王小明", floorId: floor.id }),
    mentor: await aPerson({ name: "Priya Nair", floorId: floor.id }),
    spare: await aPerson({ name: "Mei Tanaka", floorId: floor.id }),
    outsider: await aPerson({ name: "Omar Haddad" }),
  };
  const [organizer, second, outsider] = await Promise.all([
    actor(people.organizer),
    actor(people.second),
    actor(people.outsider),
  ]);
  /** What an organizer fills in; the fourteen days before Friday 3 April have the change of clocks in them. */
  const wish: CreateCohort = {
    name: "SMB, spring",
    versionId,
    certificationDate: "2026-04-03",
    timeZone: "Europe/Berlin",
    floorIds: [floor.id],
    menteeIds: [people.mentee.id, people.newcomer.id],
    organizerIds: [],
  };
  const create = async (over: Partial<CreateCohort> = {}) =>
    (await createCohort(organizer, { ...wish, ...over })).id;
  return { versionId, floor, people, organizer, second, outsider, wish, create };
}

export type CohortStage = Awaited<ReturnType<typeof aCohortStage>>;

/** Everything that the launch asks for: a mentor who may, paired with each mentee, both sides confirmed. */
export async function staff(stage: CohortStage, cohortId: string): Promise<void> {
  const nomination = await aNomination({ id: cohortId }, stage.floor, stage.people.mentor);
  const unpaired = await db.enrollment.findMany({
    where: { cohortId, state: { in: ["ENROLLED", "ACTIVE"] }, pairings: { none: {} } },
  });
  const pairingIds: string[] = [];
  for (const { id } of unpaired) {
    const input = { enrollmentId: id, nominationId: nomination.id, kind: "LEAD" as const };
    pairingIds.push((await pairMentee(stage.organizer, input)).pairingId);
  }
  await confirmPairings(stage.organizer, { cohortId, pairingIds });
}

/** What the audit trail holds of these deeds, oldest first. */
export async function recorded(action: string) {
  return db.auditRecord.findMany({ where: { action }, orderBy: { seq: "asc" } });
}

/** Who got this kind of message, by name. */
export async function told(kind: string): Promise<string[]> {
  const messages = await db.message.findMany({
    where: { kind },
    select: { person: { select: { name: true } } },
  });
  return messages.map((message) => message.person.name).sort();
}

/** The key of the sentence with which something was refused. */
export async function refusal(deed: Promise<unknown>): Promise<string> {
  return deed.then(
    () => "it was not refused",
    (thrown: Error) => thrown.message,
  );
}
