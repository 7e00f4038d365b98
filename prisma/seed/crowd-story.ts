import { type Actor, actorOf } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { createCohort } from "@/lib/cohorts/commands";
import { addBusinessDays, dayAt, minuteAt, timeOf } from "@/lib/dates";
import { db } from "@/lib/db";
import { addFloor, setFloorManagers } from "@/lib/floors/commands";
import { reopenList, requestLists, submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, inviteMentors } from "@/lib/mentors/commands";
import { decideNomination, proposeMentors, proposeSelf } from "@/lib/nominations/commands";
import { holidayMap } from "@/lib/organization/queries";
import { defaultProgram } from "@/lib/programs/default-program";
import { employ, givePasswords } from "./company";
import {
  type CrowdFloor,
  type CrowdPerson,
  crowdCandidates,
  crowdFloors,
  crowdManagers,
  crowdMentees,
} from "./crowd";
import { emailOf, leads } from "./people";
import { as, dice, idOf, idsOf, workday, zone } from "./stage";
import { answerAll, completeTraining, holdDay, planTraining, untrained } from "./training-story";

/**
 * A cohort of sixty mentees and forty candidates on six floors, beside the demo story and after it. Each step looks
 * for what is missing, so that a telling that was interrupted goes on where it ended, and a second one adds nothing.
 */

const cohortName = "World wave";
const on = (floor: CrowdFloor) => crowdCandidates.filter((person) => person.floor === floor);
const organizer = () => as(leads.enablement.key);

/** Moves the story to so many hours before the present. */
const ago = (now: Date, hours: number) => clock.set(new Date(now.getTime() - hours * 3_600_000));

async function missing(people: readonly CrowdPerson[]): Promise<CrowdPerson[]> {
  const found = await db.person.findMany({
    where: { email: { in: people.map(({ key }) => emailOf(key)) } },
    select: { email: true },
  });
  const there = new Set(found.map((person) => person.email));
  return people.filter(({ key }) => !there.has(emailOf(key)));
}

/** The id of a floor with a manager: what a visitor of the demo renamed or left without one is made good. */
async function openFloor(name: CrowdFloor): Promise<string> {
  const admin = await as(leads.admin.key);
  const found = await db.floor.findUnique({ where: { name }, select: { id: true } });
  const floorId = found?.id ?? (await addFloor(admin, { name })).floorId;
  const managers = await db.floorManager.count({ where: { floorId, person: { deactivatedAt: null } } });
  if (managers > 0) return floorId;
  const manager = crowdManagers[crowdFloors.indexOf(name)] as CrowdPerson;
  const today = dayAt(clock.now(), zone);
  for (const person of await missing([manager])) await employ(person, today, { floorId, managerEmail: null });
  await setFloorManagers(admin, { floorId, personIds: [await idOf(manager.key)], seen: [] });
  return floorId;
}

/** Whoever manages a floor, as who acts. */
async function managerOf(name: CrowdFloor): Promise<Actor> {
  const { personId } = await db.floorManager.findFirstOrThrow({
    where: { floor: { name }, person: { deactivatedAt: null } },
    orderBy: { person: { createdAt: "asc" } },
    select: { personId: true },
  });
  const manager = await actorOf(db, personId);
  if (!manager) throw new Error(`Nobody manages ${name}.`);
  return manager;
}

async function hireCrowd(): Promise<string[]> {
  const floorIds: string[] = [];
  const today = dayAt(clock.now(), zone);
  for (const name of crowdFloors) {
    const floorId = await openFloor(name);
    floorIds.push(floorId);
    const { personId } = await managerOf(name);
    const { email } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    const here = [...crowdMentees, ...crowdCandidates].filter(({ floor }) => floor === name);
    for (const person of await missing(here)) await employ(person, today, { floorId, managerEmail: email });
  }
  return floorIds;
}

async function planCohort(floorIds: string[], now: Date): Promise<string> {
  const found = await db.cohort.findUnique({ where: { name: cohortName }, select: { id: true } });
  if (found) return found.id;
  const version = await db.programVersion.findFirstOrThrow({
    where: { state: "PUBLISHED", program: { name: defaultProgram.name } },
  });
  const { id } = await createCohort(await organizer(), {
    name: cohortName,
    versionId: version.id,
    floorIds,
    certificationDate: addBusinessDays(dayAt(now, zone), 35, { holidays: await holidayMap(db) }),
    timeZone: zone,
    menteeIds: await idsOf(crowdMentees),
    organizerIds: [await idOf(leads.coOrganizer.key)],
  });
  return id;
}

async function askFloors(cohortId: string, floorIds: string[], now: Date): Promise<void> {
  const asked = await db.mentorList.findMany({ where: { cohortId }, select: { floorId: true } });
  const open = floorIds.filter((floorId) => !asked.some((list) => list.floorId === floorId));
  if (open.length === 0) return;
  const dueDay = await workday(dayAt(now, zone), 3);
  await requestLists(await organizer(), { cohortId, floorIds: open, dueDay, dueTime: "17:00" });
}

const listOn = (cohortId: string, floor: CrowdFloor) =>
  db.mentorList.findFirstOrThrow({
    where: { cohortId, floor: { name: floor } },
    include: { nominations: { include: { person: true }, orderBy: { person: { email: "asc" } } } },
  });

/** Puts the floor's candidates on its list: the last one proposes themselves, a manager all others. */
async function propose(cohortId: string, floor: CrowdFloor, people: readonly CrowdPerson[]): Promise<void> {
  const { id: listId, nominations } = await listOn(cohortId, floor);
  const open = people.filter(({ key }) => !nominations.some(({ person }) => person.email === emailOf(key)));
  const [self] = open.slice(-1);
  const others = await idsOf(open.slice(0, -1));
  const manager = await managerOf(floor);
  if (others.length > 0) await proposeMentors(manager, { listId, personIds: others });
  if (self) await proposeSelf(await as(self.key), { listId });
}

/** A manager decides on the first so many of a floor's list that wait; every fifth is declined. */
async function decide(cohortId: string, floor: CrowdFloor, count: number): Promise<void> {
  const { nominations } = await listOn(cohortId, floor);
  const manager = await managerOf(floor);
  for (const [index, nomination] of nominations.slice(0, count).entries()) {
    if (nomination.decision !== "PROPOSED") continue;
    const { id: nominationId } = nomination;
    const capacity = 1 + Math.floor(dice(index * 31 + floor.length)() * 3);
    await decideNomination(
      manager,
      index % 5 === 4
        ? {
            nominationId,
            was: "PROPOSED",
            decision: "DECLINED",
            reason: "Opens a new territory this quarter.",
          }
        : {
            nominationId,
            was: "PROPOSED",
            decision: "APPROVED",
            kind: index % 4 === 3 ? "CALL" : "BOTH",
            hoursPerWeek: 2 + 2 * capacity,
            capacity,
          },
    );
  }
}

/** The nominations of a list in the order of their people, as they stand now. */
async function approvedOn(cohortId: string, floor: CrowdFloor) {
  const { nominations } = await listOn(cohortId, floor);
  return nominations.filter((nomination) => nomination.decision === "APPROVED");
}

/**
 * Those approved on submitted lists are asked. All but the last say yes, and all of these but two are trained; the last
 * of the first floor cannot this time, the other has not answered.
 */
async function staff(cohortId: string, floors: readonly CrowdFloor[], now: Date): Promise<void> {
  const ids = (those: { id: string }[]) => ({ cohortId, nominationIds: those.map(({ id }) => id) });
  type Approved = Awaited<ReturnType<typeof approvedOn>>;
  const each = async (hours: number, deed: (approved: Approved, floor: CrowdFloor) => unknown) => {
    ago(now, hours);
    for (const floor of floors) await deed(await approvedOn(cohortId, floor), floor);
  };
  await each(7, async (approved) => {
    const unasked = approved.filter((one) => one.willingness === "NOT_ASKED");
    if (unasked.length > 0) await inviteMentors(await organizer(), ids(unasked));
  });
  await each(5, async (approved, floor) => {
    for (const one of floor === floors[0] ? approved : approved.slice(0, -1)) {
      const mentor = await actorOf(db, one.personId);
      if (one.willingness !== "INVITED" || !mentor) continue;
      const answer = one === approved.at(-1) ? "NOT_THIS_TIME" : "ACCEPTED";
      await answerInvitation(mentor, { nominationId: one.id, answer });
    }
  });
  await train(cohortId, await untrained(await willingOn(cohortId, floors)), now);
}

/** Those who said yes on some floors. */
async function willingOn(cohortId: string, floors: readonly CrowdFloor[]): Promise<string[]> {
  const approved = await Promise.all(floors.map((floor) => approvedOn(cohortId, floor)));
  return approved.flat().flatMap((one) => (one.willingness === "ACCEPTED" ? [one.id] : []));
}

/** A morning of training for all; two have more to do before they are completed, the others are. */
async function train(cohortId: string, nominationIds: string[], now: Date): Promise<void> {
  if (nominationIds.length === 0) return;
  const [done, late] = [nominationIds.slice(0, -2), nominationIds.slice(-2)];
  const began = new Date(now.getTime() - 4 * 3_600_000);
  const minute = Math.min(minuteAt(began, zone), 23 * 60);
  ago(now, 4.5);
  await planTraining({
    cohortId,
    number: 1,
    day: dayAt(began, zone),
    startTime: timeOf(minute),
    endTime: timeOf(Math.min(minute + 120, 24 * 60 - 1)),
    place: "https://meet.brightline.example/mentor-training",
  });
  ago(now, 3);
  if (done.length > 0) await holdDay(cohortId, done);
  await holdDay(cohortId, late, 4);
  ago(now, 2.5);
  await answerAll(done);
  await answerAll(late, 1);
  ago(now, 2);
  if (done.length > 0) await completeTraining(cohortId, done);
}

/** Lists that are complete, and those that are being decided, with how many are decided on each. */
const early: readonly CrowdFloor[] = ["SMB", "Nordics and Baltics"];
const late = { "Mid-market": 5, Enterprise: 2, "Public sector": 6, Partners: 0 } as const;
const lateFloors = Object.keys(late) as (keyof typeof late)[];

/** The early floors propose all but two, decide and submit; the others propose and have begun to decide. */
async function fillLists(cohortId: string, now: Date): Promise<void> {
  const requested = async (floor: CrowdFloor) => (await listOn(cohortId, floor)).state === "REQUESTED";
  ago(now, 27);
  for (const floor of early) {
    if (await requested(floor)) await propose(cohortId, floor, on(floor).slice(0, -2));
  }
  ago(now, 20);
  for (const floor of lateFloors) await propose(cohortId, floor, on(floor));
  ago(now, 9);
  for (const floor of early) {
    if (!(await requested(floor))) continue;
    await decide(cohortId, floor, on(floor).length);
    await submitList(await managerOf(floor), { listId: (await listOn(cohortId, floor)).id });
  }
}

/** The early floors' mentors are asked and trained; these lists are open again and have two more proposals. */
async function staffAndReopen(cohortId: string, now: Date): Promise<void> {
  const submitted: CrowdFloor[] = [];
  for (const floor of early) {
    if ((await listOn(cohortId, floor)).state === "SUBMITTED") submitted.push(floor);
  }
  await staff(cohortId, submitted, now);
  for (const floor of submitted) {
    await reopenList(await organizer(), {
      listId: (await listOn(cohortId, floor)).id,
      reason: "Sixty mentees, and not enough places so far: two more mentors, please.",
      dueDay: await workday(dayAt(now, zone), 3),
      dueTime: "17:00",
    });
  }
  ago(now, 1.5);
  for (const floor of early) await propose(cohortId, floor, on(floor));
  ago(now, 1);
  for (const floor of lateFloors) await decide(cohortId, floor, late[floor]);
}

/** Tells of the crowd what is not told yet. Takes the company of the demo story as given. */
export async function tellCrowd(password: string): Promise<void> {
  // The passwords are the last of it: what visitors did to a crowd that was told stays theirs.
  const [last] = crowdMentees.slice(-1);
  const told = await db.person.count({
    where: { email: emailOf(last?.key ?? ""), passwordHash: { not: null } },
  });
  if (told > 0) return;
  const now = clock.now();
  ago(now, 30);
  const floorIds = await hireCrowd();
  const cohortId = await planCohort(floorIds, now);
  ago(now, 28);
  await askFloors(cohortId, floorIds, now);
  await fillLists(cohortId, now);
  await staffAndReopen(cohortId, now);
  await givePasswords(
    password,
    [...crowdMentees, ...crowdCandidates, ...crowdManagers].map(({ key }) => key),
  );
}
