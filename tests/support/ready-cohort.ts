import { clock } from "@/lib/clock";
import { createCohort, launchCohort } from "@/lib/cohorts/commands";
import { type Day, dayAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { addFloor, setFloorManagers } from "@/lib/floors/commands";
import { saveMenteePart, saveTrainerPart } from "@/lib/intakes/commands";
import { requestLists, submitList } from "@/lib/mentor-lists/commands";
import { answerInvitation, inviteMentors, recordTraining } from "@/lib/mentors/commands";
import { decideNomination, proposeMentors } from "@/lib/nominations/commands";
import { confirmPairings, pairMentee } from "@/lib/pairings/commands";
import { saveProfile } from "@/lib/profiles/commands";
import { defaultProgram } from "@/lib/programs/default-program";
import { employ, givePasswords } from "@/prisma/seed/company";
import { leads } from "@/prisma/seed/people";
import { as, at, idOf, workday, zone } from "@/prisma/seed/stage";

/**
 * A cohort of its own floor, organizer, mentors and mentees, told through the product's commands: what an end-to-end
 * test begins with when the way there is the matter of another one. A process of its own, because a test in a browser
 * has no database: it is given a plan, and writes what it made.
 */

/** Keys are the first part of addresses; everybody signs in with the password of the demo. */
export type ReadyPlan = {
  name: string;
  organizer: Someone;
  mentors: readonly (Someone & { capacity: number; strong: string })[];
  mentees: readonly (Someone & { lacks: string; mentor?: string })[];
  /** The program of the cohort; the one of every installation when none is named. */
  program?: string;
  /** Whether the organizer manages the floor as well. */
  twoHats?: boolean;
  /** Whether the pairs that the mentees name are confirmed and launched, and today is the day after certification. */
  over?: boolean;
};
export type Someone = { key: string; name: string };

/** The pages of a cohort that is ready, and of the pairing of each mentee who has one, by the key of the mentee. */
export type ReadyCohort = { home: string; pairings: Record<string, string> };

const style = { learningStyle: "DOING", communicationStyle: "CALM" } as const;
const hours = { workStart: 9 * 60, workEnd: 17 * 60 };
const told = { interests: ["Chess"], languages: ["English"], ...hours };

async function hire(plan: ReadyPlan, today: Day) {
  const admin = await as(leads.admin.key);
  const { floorId } = await addFloor(admin, { name: plan.name });
  const manager = { key: `manager.${plan.organizer.key}`, name: `Manager of ${plan.name}` };
  const none = { floorId: null, managerEmail: null };
  await employ({ ...plan.organizer, title: "Enablement manager", years: 4 }, today, none, [
    "ENABLEMENT_MANAGER",
  ]);
  for (const [people, title, years] of [
    [[manager], "Sales manager", 6],
    [plan.mentors, "Account executive", 3],
    [plan.mentees, "Trainee", 0],
  ] as const) {
    for (const { key, name } of people) {
      await employ({ key, name, title, years }, today, { ...none, floorId });
    }
  }
  const managers = plan.twoHats ? [manager, plan.organizer] : [manager];
  const personIds = await Promise.all(managers.map(({ key }) => idOf(key)));
  await setFloorManagers(admin, { floorId, personIds, seen: [] });
  return { floorId, manager: manager.key };
}

/** Everybody is asked, says yes and is trained. Gives the nominations by key. */
async function staff(
  plan: ReadyPlan,
  cohortId: string,
  { floorId, manager: by }: Awaited<ReturnType<typeof hire>>,
  dueDay: Day,
) {
  const organizer = await as(plan.organizer.key);
  await requestLists(organizer, { cohortId, floorIds: [floorId], dueDay, dueTime: "17:00" });
  const { id: listId } = await db.mentorList.findFirstOrThrow({ where: { cohortId } });
  const manager = await as(by);
  const personIds = await Promise.all(plan.mentors.map(({ key }) => idOf(key)));
  await proposeMentors(manager, { listId, personIds });
  const found = await db.mentorNomination.findMany({
    where: { listId },
    select: { id: true, personId: true },
  });
  const nominations = new Map<string, string>();
  for (const [index, { key, capacity }] of plan.mentors.entries()) {
    const nominationId = found.find(({ personId }) => personId === personIds[index])?.id ?? "";
    const terms = { kind: "BOTH", hoursPerWeek: 20, capacity } as const;
    await decideNomination(manager, { nominationId, was: "PROPOSED", decision: "APPROVED", ...terms });
    nominations.set(key, nominationId);
  }
  await submitList(manager, { listId });
  const nominationIds = [...nominations.values()];
  await inviteMentors(organizer, { cohortId, nominationIds });
  for (const [key, nominationId] of nominations) {
    await answerInvitation(await as(key), { nominationId, answer: "ACCEPTED" });
  }
  const reason = "Trained for the cohort before.";
  await recordTraining(organizer, { cohortId, nominationIds, training: "WAIVED", reason });
  return nominations;
}

/** Everybody tells of themselves: each mentee lacks one skill, and each mentor is strong in one. */
async function introduce(plan: ReadyPlan, cohortId: string) {
  for (const { key, strong } of plan.mentors) {
    const texts = { introduction: "Bring me the calls that went wrong.", experience: "", record: "" };
    const strengths = [{ skill: strong, level: 4 }];
    const lists = { awards: [], techniques: [], teaches: [style.learningStyle], strengths };
    await saveProfile(await as(key), {
      ...texts,
      ...lists,
      ...told,
      communicationStyle: style.communicationStyle,
    });
  }
  const skills = await db.skill.findMany({ where: { version: { cohorts: { some: { id: cohortId } } } } });
  for (const { key, lacks } of plan.mentees) {
    const enrollmentId = (await enrollmentOf(cohortId, key)).id;
    const own = {
      ...style,
      ...told,
      goals: [],
      confidenceBefore: 2,
      variety: null,
      needs: "",
      needsForMatching: false,
    };
    await saveMenteePart(await as(key), { enrollmentId, seen: 0, ...own });
    const gaps = skills.map(({ id, name }) => ({ skillId: id, level: name === lacks ? 4 : 0 }));
    const { learningStyle } = style;
    await saveTrainerPart(await as(leads.trainer.key), { enrollmentId, seen: 0, learningStyle, gaps });
  }
}

async function enrollmentOf(cohortId: string, key: string) {
  const personId = await idOf(key);
  return db.enrollment.findUniqueOrThrow({ where: { cohortId_personId: { cohortId, personId } } });
}

/** The pairs that the plan names are confirmed and told, and the cohort is launched. */
async function live(plan: ReadyPlan, cohortId: string, nominations: ReadonlyMap<string, string>) {
  const organizer = await as(plan.organizer.key);
  const pairingIds: string[] = [];
  for (const { key, mentor = "" } of plan.mentees) {
    const enrollmentId = (await enrollmentOf(cohortId, key)).id;
    const nominationId = nominations.get(mentor) ?? "";
    pairingIds.push((await pairMentee(organizer, { enrollmentId, nominationId, kind: "LEAD" })).pairingId);
  }
  await confirmPairings(organizer, { cohortId, pairingIds, when: "NOW" });
  await launchCohort(organizer, { cohortId });
  return Object.fromEntries(plan.mentees.map(({ key }, index) => [key, `/pairings/${pairingIds[index]}`]));
}

async function make(plan: ReadyPlan): Promise<ReadyCohort> {
  const today = dayAt(clock.now(), zone);
  const certification = await workday(today, plan.over ? -1 : 22);
  const arrival = plan.over ? await workday(certification, -12) : today;
  if (plan.over) at(arrival, "09:00");
  const hired = await hire(plan, arrival);
  const version = await db.programVersion.findFirstOrThrow({
    where: { state: "PUBLISHED", program: { name: plan.program ?? defaultProgram.name } },
  });
  const { id: cohortId } = await createCohort(await as(plan.organizer.key), {
    name: plan.name,
    versionId: version.id,
    floorIds: [hired.floorId],
    certificationDate: certification,
    timeZone: zone,
    menteeIds: await Promise.all(plan.mentees.map(({ key }) => idOf(key))),
    organizerIds: [],
  });
  const nominations = await staff(plan, cohortId, hired, await workday(arrival, 2));
  await introduce(plan, cohortId);
  const pairings = plan.over ? await live(plan, cohortId, nominations) : {};
  await givePasswords(
    process.env.DEMO_PASSWORD ?? "",
    [plan.organizer, ...plan.mentors, ...plan.mentees].map(({ key }) => key),
  );
  return { home: `/cohorts/${cohortId}`, pairings };
}

console.log(JSON.stringify(await make(JSON.parse(process.argv[2] ?? ""))));
process.exit(0);
