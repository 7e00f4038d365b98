import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { addBusinessDays, addDays, type Day, dayAt, isBusinessDay, previousBusinessDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { nameDelegate } from "@/lib/delegates/commands";
import { env } from "@/lib/env";
import { reopenList, submitList } from "@/lib/mentor-lists/commands";
import { stateSelling } from "@/lib/mentor-loads/commands";
import { answerInvitation, inviteMentors } from "@/lib/mentors/commands";
import { decideNomination, proposeSelf } from "@/lib/nominations/commands";
import { holidayMap } from "@/lib/organization/queries";
import { saveScorecard } from "@/lib/scorecards/commands";
import { coverCalls } from "./calls-story";
import { graduate, leave } from "./certification-story";
import {
  approve,
  askFloors,
  bookExperts,
  launch,
  nominationOf,
  type Plan,
  pair,
  plan,
  proposeOn,
  staff,
  tickMilestones,
} from "./cohort-story";
import { buildCompany, givePasswords, hire } from "./company";
import { tellCrowd } from "./crowd-story";
import { liveThrough, type Mishaps, readEverything } from "./days-story";
import { groupCohort } from "./group-story";
import { fillIntakes, introduceMentors } from "./intakes-story";
import { agree, handOver } from "./pairs-story";
import { type Character, leads, mentees } from "./people";
import { as, at, dice, idOf, workday, zone } from "./stage";
import { beginTraining, studyByThemselves } from "./training-story";

/** The demo story: a company with two cohorts behind it, one on program day 4 and two being planned, relative to today. */

const strengths: Record<string, number> = {
  "emma.fischer": 0.4,
  "matteo.greco": 0.2,
  "kwame.mensah": 0.25,
  mentee: 0.8,
};
const strengthOf = (key: string) =>
  strengths[key] ?? 0.45 + 0.5 * dice(key.length * 7919 + key.charCodeAt(0))();

async function begin(
  name: string,
  startsOn: Plan["startsOn"],
  people: readonly Character[],
  pairs: Plan["pairs"],
) {
  const certification = await workday(startsOn, 9);
  const story: Plan = { name, certification, startsOn, mentees: people, pairs };
  const arrival = await workday(startsOn, -10);
  at(arrival, "09:00");
  await hire(people, arrival);
  at(await workday(startsOn, -9), "10:00");
  const cohortId = await plan(story);
  at(await workday(startsOn, -5), "09:30");
  await askFloors(cohortId, await workday(startsOn, -4));
  return { cohortId, story };
}

async function start(
  name: string,
  startsOn: Plan["startsOn"],
  people: readonly Character[],
  pairs: Plan["pairs"],
  openTrainings = 0,
) {
  const { cohortId, story } = await begin(name, startsOn, people, pairs);
  await fillIntakes(cohortId, people, people.length);
  await staff(cohortId, story);
  await pair(cohortId, story);
  await bookExperts(cohortId, openTrainings);
  await launch(cohortId, story);
  return { cohortId, story };
}

async function completedCohorts(active: Plan["startsOn"], now: Date): Promise<void> {
  const spring = await start("Spring wave", await workday(active, -75), mentees.spring, {
    "lucas.moreau": "mentor",
    "ana.petrovic": "mentor",
    "david.okello": "sofia.ricci",
    "mei.chen": "hye-jin.park",
    "jonas.weber": "hye-jin.park",
    "aisha.bello": "leila.farahani",
    "pavel.novak": "mariana.costa",
    "sara.lindgren": "mariana.costa",
  });
  await liveThrough(spring.cohortId, 6, { absent: { "sara.lindgren": 3 } }, strengthOf, now);
  await leave(spring.cohortId, "jonas.weber", await workday(spring.story.startsOn, 6));
  await liveThroughRest(spring.cohortId, now, {});
  await graduate(spring.cohortId, spring.story.certification, {});
  await tickMilestones(spring.cohortId, spring.story.certification);

  const summer = await start("Summer wave", await workday(active, -38), mentees.summer, {
    "nadia.rahman": "tomas.kovac",
    "george.papas": "tomas.kovac",
    "carmen.vega": "mentor",
    "ryo.saito": "oskar.nilsson",
    "emma.fischer": "oskar.nilsson",
    "samuel.asante": "ben.adler",
    "iva.horvat": "arjun.mehta",
    "matteo.greco": "arjun.mehta",
    "dana.levi": "elif.demir",
  });
  await liveThroughRest(summer.cohortId, now, {
    loggedLate: { "carmen.vega": 4 },
    notLogged: { "ryo.saito": 7 },
  });
  await graduate(summer.cohortId, summer.story.certification, {
    retake: "emma.fischer",
    extension: "matteo.greco",
  });
  await tickMilestones(summer.cohortId, summer.story.certification);
}

const liveThroughRest = (cohortId: string, now: Date, mishaps: Mishaps) =>
  liveThrough(cohortId, 10, mishaps, strengthOf, now);

async function activeCohort(startsOn: Plan["startsOn"], now: Date): Promise<void> {
  const { cohortId, story } = await start(
    "Autumn wave",
    startsOn,
    mentees.active,
    {
      mentee: "mentor",
      "zoe.lindqvist": "mentor",
      "mohamed.elsayed": "mentor",
      "kwame.mensah": "tomas.kovac",
      "julia.santos": "tomas.kovac",
      "lan.nguyen": "hye-jin.park",
      "olena.koval": "hye-jin.park",
      "peter.obrien": "oskar.nilsson",
      "chloe.dubois": "leila.farahani",
      "maximiliane.hohenstein": "mariana.costa",
      "vikram.singh": "mariana.costa",
      "hanna.virtanen": "elif.demir",
    },
    2,
  );
  await readEverything();
  await agree(cohortId, startsOn, story.pairs);
  const mishaps: Mishaps = {
    absent: { "julia.santos": 2 },
    loggedLate: { "olena.koval": 1 },
    notLogged: { "peter.obrien": 2, "kwame.mensah": 3 },
  };
  await liveThrough(cohortId, 2, mishaps, strengthOf, now);
  await handOver(cohortId, await workday(startsOn, 1), "vikram.singh", "elif.demir");
  await coverCalls(cohortId, startsOn, "hye-jin.park");
  await liveThrough(cohortId, 4, mishaps, strengthOf, now, 3);
  await tickMilestones(cohortId, await workday(startsOn, -1));
}

/** The manager of Mid-market has judged one of the two who are still to be decided. */
async function judge(manager: Actor, cohortId: string): Promise<void> {
  const { id: nominationId } = await nominationOf(cohortId, "leila.farahani");
  await saveScorecard(manager, {
    nominationId,
    seen: 0,
    marks: [
      { criterion: "EXPERIENCE", level: "4", note: "Six years here, two of them with enterprise customers." },
      { criterion: "RECORD", level: "4", note: "" },
      { criterion: "KNOWLEDGE", level: "5", note: "" },
      { criterion: "TECHNIQUES", level: "3", note: "" },
      { criterion: "COMMUNICATION", level: "5", note: "New people ask her first." },
      { criterion: "OUTLOOK", level: "4", note: "" },
    ],
  });
}

/** A manager who is away has named somebody who decides in their place. */
async function standIn(manager: string, delegate: string, firstDay: Day, lastDay: Day): Promise<void> {
  const who = await as(manager);
  const [floorId = ""] = who.managedFloorIds;
  const delegateId = await idOf(delegate);
  await nameDelegate(who, { floorId, managerId: who.personId, delegateId, firstDay, lastDay });
}

/** Somebody offers to mentor and says what their own customers take. */
async function offerOneself(key: string, listId: string): Promise<void> {
  const who = await as(key);
  await proposeSelf(who, { listId });
  await stateSelling(who, { personId: who.personId, sellingHours: 28, seen: 0 });
}

/**
 * The next cohort: one list that was submitted, whose mentors are asked, and that is open again for one more; one half
 * decided; one not begun.
 */
async function plannedCohort(startsOn: Plan["startsOn"], now: Date): Promise<void> {
  clock.set(new Date(now.getTime() - 26 * 3_600_000));
  await hire(mentees.planning, dayAt(clock.now(), zone));
  const certification = await workday(startsOn, 9);
  const story = { name: "Winter wave", certification, startsOn, mentees: mentees.planning };
  const cohortId = await plan(story);
  await askFloors(cohortId, await workday(dayAt(now, zone), 2));
  const smb = await proposeOn(cohortId, "SMB", ["mentor", "sofia.ricci", "jamal.washington", "pia.lorenz"]);
  const invited = [
    await approve(cohortId, "SMB", "mentor", 2, 30),
    await approve(cohortId, "SMB", "sofia.ricci", 1, 24),
    await approve(cohortId, "SMB", "pia.lorenz", 1),
  ];
  const declined = await nominationOf(cohortId, "jamal.washington");
  await decideNomination(smb.manager, {
    nominationId: declined.id,
    was: "PROPOSED",
    decision: "DECLINED",
    reason: "Covers two territories until the new year.",
  });
  await submitList(smb.manager, { listId: smb.listId });
  const middle = await proposeOn(cohortId, "Mid-market", ["oskar.nilsson", "leila.farahani", "ben.adler"]);
  await judge(middle.manager, cohortId);
  await standIn(
    "lars.vandenberg",
    "arjun.mehta",
    dayAt(clock.now(), zone),
    await workday(dayAt(now, zone), 3),
  );
  await approve(cohortId, "Mid-market", "oskar.nilsson", 2);
  clock.set(new Date(now.getTime() - 3 * 3_600_000));
  await inviteMentors(await as(leads.enablement.key), { cohortId, nominationIds: invited });
  clock.set(new Date(now.getTime() - 3_600_000));
  for (const key of ["sofia.ricci", "pia.lorenz"]) {
    const { id: nominationId } = await nominationOf(cohortId, key);
    await answerInvitation(await as(key), { nominationId, answer: "ACCEPTED" });
  }
  clock.set(new Date(now.getTime() - 2_400_000));
  await beginTraining(cohortId, "pia.lorenz", await workday(startsOn, -3));
  clock.set(new Date(now.getTime() - 1_800_000));
  await reopenList(await as(leads.enablement.key), {
    listId: smb.listId,
    reason: "Eight mentees, and six places so far: one more mentor, please.",
    dueDay: await workday(dayAt(now, zone), 2),
    dueTime: "17:00",
  });
  await offerOneself("tomas.kovac", smb.listId);
  await fillIntakes(cohortId, mentees.planning, 3);
}

async function tell(password: string): Promise<void> {
  const now = clock.now();
  const today = dayAt(now, zone);
  const twoYearsAgo = addDays(today, -730);
  at(twoYearsAgo, "09:00");
  await buildCompany(today, clock.now());
  const holidays = await holidayMap(db);
  // On a day off the story stands at the business day before it.
  const dayFour = isBusinessDay(today, holidays) ? today : previousBusinessDay(today, { holidays });
  const startsOn = addBusinessDays(dayFour, -3, { holidays });
  await introduceMentors();
  await completedCohorts(startsOn, now);
  await activeCohort(startsOn, now);
  await groupCohort(await workday(dayFour, 12), now);
  await plannedCohort(await workday(dayFour, 16), now);
  await studyByThemselves(today);
  await givePasswords(password);
}

if (!env.DEMO_PASSWORD)
  throw new Error("DEMO_PASSWORD is not set: the story is told for a demonstration only.");
if ((await db.person.count()) === 0) {
  console.log("Telling the demo story …");
  await tell(env.DEMO_PASSWORD);
  clock.run();
}
if (process.argv.includes("--crowded")) {
  console.log("Telling of the crowd …");
  await tellCrowd(env.DEMO_PASSWORD);
}
clock.run();
await db.$disconnect();
