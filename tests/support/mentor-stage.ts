import { expect } from "vitest";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { requestLists, submitList } from "@/lib/mentor-lists/commands";
import { inviteMentors, recordTraining } from "@/lib/mentors/commands";
import { decideNomination, proposeMentors } from "@/lib/nominations/commands";
import { planDay, recordAttendance } from "@/lib/training/commands";
import { resetDatabase } from "@/tests/support/database";
import { aCohort, actor, aFloor, anEnrollment, aPerson, monday, mondayMorning } from "@/tests/support/rows";

export const zone = "Europe/Berlin";
export const due = { dueDay: "2026-03-04", dueTime: "17:00" } as const;
export const reason = "Two big renewals this month";

/** A cohort that draws from one floor with two managers, the people around it, and those who are nothing to it. */
export async function aMentorStage() {
  await resetDatabase();
  clock.set(mondayMorning);
  const [organizer, manager, second, colleague, mentee, stranger, outsider] = await Promise.all([
    aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" }),
    aPerson({ name: "Luca Moretti" }),
    aPerson({ name: "Mei Tanaka" }),
    aPerson({ name: "Priya Nair" }),
    aPerson({ name: "Sven Lund" }),
    aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" }),
    aPerson({ name: "Omar Haddad" }),
  ]);
  const floor = await aFloor([manager, second]);
  const other = await aFloor([outsider]);
  await db.person.updateMany({
    where: { id: { in: [manager.id, colleague.id, mentee.id] } },
    data: { floorId: floor.id },
  });
  await db.person.update({ where: { id: outsider.id }, data: { floorId: other.id } });
  const cohort = await aCohort({ organizer, startsOn: "2026-03-16", floors: [floor, other] });
  await anEnrollment(cohort, mentee);
  const people = { organizer, manager, second, colleague, mentee, stranger, outsider };
  const entries = Object.entries(people).map(async ([who, one]) => [who, await actor(one)] as const);
  const actors = Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof people, Actor>;
  return {
    cohort,
    floor,
    other,
    people,
    actors,
    ...waysOf(cohort.id, floor.id, actors, people.colleague.id),
  };
}

export type MentorStage = Awaited<ReturnType<typeof aMentorStage>>;

type Actors = Record<"organizer" | "manager" | "second" | "colleague", Actor> & Record<string, Actor>;

/** The way of one nomination, as far as each test needs it to have gone. */
function waysOf(cohortId: string, floorId: string, actors: Actors, colleagueId: string) {
  const list = () =>
    db.mentorList.findUniqueOrThrow({
      where: { cohortId_floorId: { cohortId, floorId } },
      include: { nominations: true },
    });
  const ask = () => requestLists(actors.organizer, { cohortId, floorIds: [floorId], ...due });
  const proposed = async (personId = colleagueId) => {
    await ask();
    const { id: listId } = await list();
    await proposeMentors(actors.manager, { listId, personIds: [personId] });
    const nomination = (await list()).nominations[0];
    if (!nomination) throw new Error("nobody was proposed");
    return nomination;
  };
  const submitted = async () => {
    const nomination = await proposed();
    await decideNomination(actors.manager, approval(nomination.id));
    await submitList(actors.manager, { listId: nomination.listId });
    return nomination;
  };
  const invite = (...nominationIds: string[]) => inviteMentors(actors.organizer, { cohortId, nominationIds });
  const train = (nominationIds: string[], training: "IN_PROGRESS" | "COMPLETED") =>
    recordTraining(actors.organizer, { cohortId, nominationIds, training });
  /** The program of the stage asks for one training day and nothing else: this morning, and the mentor was there. */
  const attend = async (...nominationIds: string[]) => {
    const when = { day: monday, startTime: "09:00", endTime: "12:00" } as const;
    await planDay(actors.organizer, { cohortId, number: 1, place: "Room 2", ...when });
    const day = await db.trainingDay.findFirstOrThrow({ where: { cohortId } });
    await recordAttendance(actors.organizer, { dayId: day.id, nominationIds, attended: true });
  };
  /** Runs the deed as everybody else and expects that they cannot know of it, and that nothing is written. */
  const refusesEverybodyBut = async (allowed: string[], deed: (who: Actor) => Promise<unknown>) => {
    const before = await db.auditRecord.count();
    for (const [who, one] of Object.entries(actors)) {
      if (allowed.includes(who)) continue;
      await expect(deed(one), who).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await db.auditRecord.count()).toBe(before);
  };
  return { list, ask, proposed, submitted, invite, train, attend, refusesEverybodyBut };
}

export const approval = (nominationId: string) =>
  ({
    nominationId,
    was: "PROPOSED",
    decision: "APPROVED",
    kind: "LEAD",
    hoursPerWeek: 5,
    capacity: 2,
  }) as const;
export const refusal = (nominationId: string) =>
  ({ nominationId, was: "PROPOSED", decision: "DECLINED", reason }) as const;

export const nominationRow = (id: string) => db.mentorNomination.findUniqueOrThrow({ where: { id } });

/** The ids of those who were told something of a kind, in order. */
export async function told(kind: string): Promise<string[]> {
  const messages = await db.message.findMany({ where: { kind }, select: { personId: true } });
  return messages.map((one) => one.personId).sort();
}

export const ids = (...people: { id: string }[]) => people.map((person) => person.id).sort();
export const recorded = (action: string) => db.auditRecord.count({ where: { action } });
/** What a deed throws that is refused with the sentence of this key. */
export const refused = (key: string) =>
  expect.objectContaining({ sentence: expect.objectContaining({ key }) });
