import { createCohort, launchCohort, tickMilestone } from "@/lib/cohorts/commands";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { requestLists, submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, inviteMentors } from "@/lib/mentors/commands";
import { decideNomination, proposeMentors } from "@/lib/nominations/commands";
import { confirmPairings, pairMentee } from "@/lib/pairings/commands";
import { defaultProgram } from "@/lib/programs/default-program";
import { answerFacilitation, assignFacilitator } from "@/lib/schedule/commands";
import { decideSignOff, requestSignOff } from "@/lib/sign-offs/commands";
import { type Character, floorManagers, floors, leads } from "./people";
import { as, at, idOf, idsOf, workday, zone } from "./stage";
import { answerAll, completeTraining, holdDay, lisbon, planTraining, untrained } from "./training-story";

export type Plan = {
  name: string;
  certification: Day;
  startsOn: Day;
  mentees: readonly Character[];
  /** Mentee key → mentor key: who is paired with whom. */
  pairs: Record<string, string>;
};

const organizer = () => as(leads.enablement.key);

/** The cohort is created and its plan told. Gives its id. */
export async function plan(story: Omit<Plan, "pairs">): Promise<string> {
  const version = await db.programVersion.findFirstOrThrow({
    where: { state: "PUBLISHED", program: { name: defaultProgram.name } },
  });
  const floorIds = (await db.floor.findMany({ where: { name: { in: [...floors] } } })).map(
    (floor) => floor.id,
  );
  const { id } = await createCohort(await organizer(), {
    name: story.name,
    versionId: version.id,
    floorIds,
    certificationDate: story.certification,
    timeZone: zone,
    menteeIds: await idsOf(story.mentees),
    organizerIds: [await idOf(leads.coOrganizer.key)],
  });
  return id;
}

/** Mentor lists are asked of every floor, and the stakeholder for a sign-off. */
export async function askFloors(cohortId: string, dueDay: Day): Promise<void> {
  const actor = await organizer();
  const floorIds = (await db.cohortFloor.findMany({ where: { cohortId } })).map((one) => one.floorId);
  await requestLists(actor, { cohortId, floorIds, dueDay, dueTime: "17:00" });
  await requestSignOff(actor, {
    cohortId,
    personId: await idOf(leads.functionLead.key),
    about: "Budget and dates",
  });
}

/** A floor manager proposes people of the floor. Gives the nomination of each. */
export async function proposeOn(cohortId: string, floor: (typeof floors)[number], keys: string[]) {
  const manager = await as(floorManagers[floor][0]?.key ?? "");
  const list = await db.mentorList.findFirstOrThrow({ where: { cohortId, floor: { name: floor } } });
  await proposeMentors(manager, { listId: list.id, personIds: await Promise.all(keys.map(idOf)) });
  return { manager, listId: list.id };
}

/** A nomination by the key of its person. */
export async function nominationOf(cohortId: string, key: string) {
  return db.mentorNomination.findFirstOrThrow({ where: { list: { cohortId }, personId: await idOf(key) } });
}

/** A floor manager approves somebody of the floor, and may state their hours with own customers for the first time. */
export async function approve(
  cohortId: string,
  floor: (typeof floors)[number],
  key: string,
  capacity: number,
  sellingHours?: number,
) {
  const nomination = await nominationOf(cohortId, key);
  await decideNomination(await as(floorManagers[floor][0]?.key ?? ""), {
    nominationId: nomination.id,
    was: "PROPOSED",
    decision: "APPROVED",
    kind: "BOTH",
    // The plan asks about five hours a week for each mentee.
    hoursPerWeek: 2 + 5 * capacity,
    capacity,
    ...(sellingHours ? { selling: { sellingHours, seen: 0 } } : {}),
  });
  return nomination.id;
}

const floorOf = (key: string, mentorsOf: Map<string, string>) =>
  mentorsOf.get(key) as (typeof floors)[number];

/** Floors decide, mentors accept and are trained: everybody whom the pairs name becomes eligible. */
export async function staff(cohortId: string, { startsOn, pairs }: Plan): Promise<void> {
  const keys = [...new Set(Object.values(pairs))];
  const people = await db.person.findMany({
    where: { id: { in: await Promise.all(keys.map(idOf)) } },
    include: { floor: true },
  });
  const floorByKey = new Map(
    people.map((person) => [person.email.split("@")[0] ?? "", person.floor?.name ?? ""]),
  );
  at(await workday(startsOn, -5), "15:00");
  for (const floor of floors) {
    const here = keys.filter((key) => floorOf(key, floorByKey) === floor);
    const { manager, listId } = await proposeOn(cohortId, floor, here);
    for (const key of here) {
      const mentees = Object.values(pairs).filter((mentor) => mentor === key).length;
      await approve(cohortId, floor, key, Math.max(2, mentees));
    }
    await submitList(manager, { listId });
  }
  at(await workday(startsOn, -4), "09:00");
  const nominationIds = (await Promise.all(keys.map((key) => nominationOf(cohortId, key)))).map(
    (one) => one.id,
  );
  await inviteMentors(await organizer(), { cohortId, nominationIds });
  at(await workday(startsOn, -4), "14:20");
  for (const key of keys) {
    const { id } = await nominationOf(cohortId, key);
    await answerInvitation(await as(key), { nominationId: id, answer: "ACCEPTED" });
  }
  await train(cohortId, await untrained(nominationIds), startsOn);
}

/** A day of training, the scenarios in the evening, feedback the next morning. */
async function train(cohortId: string, nominationIds: string[], startsOn: Day): Promise<void> {
  if (nominationIds.length === 0) return;
  const day = await workday(startsOn, -3);
  at(await workday(startsOn, -4), "15:00");
  await planTraining({
    cohortId,
    number: 1,
    day,
    startTime: "09:00",
    endTime: "16:00",
    place: lisbon,
  });
  at(day, "16:10");
  await holdDay(cohortId, nominationIds);
  at(day, "17:30");
  await answerAll(nominationIds);
  at(await workday(startsOn, -2), "12:00");
  await completeTraining(cohortId, nominationIds);
}

/** Each mentee gets the mentor that the pairs name, and both are told. */
export async function pair(cohortId: string, { startsOn, pairs }: Plan): Promise<void> {
  at(await workday(startsOn, -2), "15:00");
  const actor = await organizer();
  for (const [mentee, mentor] of Object.entries(pairs)) {
    const personId = await idOf(mentee);
    const enrollment = await db.enrollment.findUniqueOrThrow({
      where: { cohortId_personId: { cohortId, personId } },
    });
    const nomination = await nominationOf(cohortId, mentor);
    await pairMentee(actor, { enrollmentId: enrollment.id, nominationId: nomination.id, kind: "LEAD" });
  }
  at(await workday(startsOn, -1), "10:00");
  const suggested = await db.pairing.findMany({
    where: { cohortId, state: "SUGGESTED" },
    select: { id: true },
  });
  await confirmPairings(actor, { cohortId, pairingIds: suggested.map((pairing) => pairing.id) });
}

/** The trainings get their experts; the last one is left open where the story is not over. */
export async function bookExperts(cohortId: string, leaveOpen: number): Promise<void> {
  const sessions = await db.session.findMany({
    where: { cohortId, kind: "SME_TRAINING" },
    orderBy: { startsAt: "asc" },
  });
  for (const [index, session] of sessions.slice(0, sessions.length - leaveOpen).entries()) {
    const key = index % 3 === 0 ? leads.sme.key : leads.salesSme.key;
    await assignFacilitator(await organizer(), { sessionId: session.id, personId: await idOf(key) });
    if (leaveOpen > 0 && index === sessions.length - leaveOpen - 1) continue;
    await answerFacilitation(await as(key), { sessionId: session.id, accept: true });
  }
}

/** The stakeholder signs off and the cohort is launched, the afternoon before it starts. */
export async function launch(cohortId: string, { startsOn }: Plan): Promise<void> {
  at(await workday(startsOn, -1), "11:00");
  const signOff = await db.signOff.findFirstOrThrow({ where: { cohortId } });
  await decideSignOff(await as(leads.functionLead.key), {
    signOffId: signOff.id,
    decision: "APPROVED",
    comment: "Good. Keep the second Friday free of team meetings.",
  });
  at(await workday(startsOn, -1), "16:00");
  await launchCohort(await organizer(), { cohortId });
}

/** What the plan asked for up to a day has been done. */
export async function tickMilestones(cohortId: string, until: Day): Promise<void> {
  const past = await db.milestone.findMany({
    where: { cohortId, doneAt: null, day: { lte: fromDay(until) } },
  });
  for (const milestone of past) {
    at(toDay(milestone.day), "17:45");
    await tickMilestone(await organizer(), { milestoneId: milestone.id, done: true });
  }
}
