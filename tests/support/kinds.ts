import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { aCohort, actor, aFloor, aNomination, anEnrollment, aPairing, aPerson, aSession } from "./rows";

/**
 * One of each kind of person, all about one running cohort, and a stranger: for tests that say who may not.
 * @returns the kind in words and the actor
 */
export async function everyKind(): Promise<[kind: string, who: Actor][]> {
  const people = {
    administrator: await aPerson({ grant: "ADMIN" }),
    organizer: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    "other enablement manager": await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    trainer: await aPerson({ grant: "TRAINER" }),
    "floor manager": await aPerson(),
    mentor: await aPerson(),
    mentee: await aPerson(),
    "subject-matter expert": await aPerson(),
    "former administrator": await aPerson({ grant: "ADMIN" }),
    stranger: await aPerson(),
  };
  await db.grant.deleteMany({ where: { personId: people["former administrator"].id } });
  const floor = await aFloor([people["floor manager"]]);
  const cohort = await aCohort({ organizer: people.organizer, floors: [floor], state: "ACTIVE" });
  const enrollment = await anEnrollment(cohort, people.mentee, "ACTIVE");
  await aPairing(enrollment, await aNomination(cohort, floor, people.mentor));
  await aSession(cohort, {
    kind: "SME_TRAINING",
    facilitator: people["subject-matter expert"],
    state: "CONFIRMED",
  });
  return Promise.all(
    Object.entries(people).map(async ([kind, person]) => [kind, await actor(person)] as [string, Actor]),
  );
}
