import { type Actor, actorOf } from "@/lib/actor";
import { addBusinessDays, type Day, fromDay, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import type {
  CohortState,
  EnrollmentState,
  GrantKind,
  MentorKind,
  PairingKind,
  PairingState,
  Prisma,
  SessionKind,
} from "@/prisma/generated/client";
import { callsTemplate } from "./call-template";
import { trainWholly } from "./training";

/** Rows to start a test from, written straight to the database. What a test is about goes through the commands. */

/** A Monday at nine in Berlin: the instant at which tests hold the clock unless they say otherwise. */
export const monday: Day = "2026-03-02";
export const mondayMorning = instantAt(monday, 9 * 60, "Europe/Berlin");

const zone = "Europe/Berlin";
const calendar = { holidays: new Set<Day>() };
let counter = 0;
/** A text that no other row has. */
const unique = (text: string) => `${text} ${++counter}-${process.pid}`;

export async function aPerson(
  given: Partial<Prisma.PersonUncheckedCreateInput> & { grant?: GrantKind } = {},
) {
  const { grant, ...data } = given;
  const name = data.name ?? unique("Person");
  const person = await db.person.create({
    data: {
      name,
      email: `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}@test.example`,
      timeZone: zone,
      createdAt: mondayMorning,
      ...data,
      ...(grant ? { grants: { create: { kind: grant } } } : {}),
    },
  });
  return person;
}

/** The actor of a person, read as each request reads it. */
export async function actor(person: { id: string }): Promise<Actor> {
  const found = await actorOf(db, person.id);
  if (!found) throw new Error("the person is not active");
  return found;
}

export async function aFloor(managers: { id: string }[] = []) {
  return db.floor.create({
    data: {
      name: unique("Floor"),
      managers: { create: managers.map((manager) => ({ personId: manager.id })) },
    },
  });
}

type GivenProgram = { days?: number; cap?: number; model?: "GROUP" | "PEER"; calls?: boolean };

/**
 * A published program of `days` days: a stand-up for all and one pair session a day, two skills, a rubric of two. With
 * `calls`, each day has a block of live calls in the morning as well; mentors train in `topics` and one `scenario`.
 */
export async function aProgram(given: GivenProgram & { topics?: string[]; scenario?: string } = {}) {
  const days = given.days ?? 10;
  const rubric = await db.rubricVersion.create({
    data: {
      name: unique("Rubric"),
      number: 1,
      passMark: 70,
      maxLevel: 4,
      createdAt: mondayMorning,
      criteria: {
        create: ["Discovery", "Objections"].map((name, position) => ({
          position,
          name,
          question: `How good is the ${name.toLowerCase()}?`,
          weight: 1,
          mustReach: position === 0 ? 2 : 0,
          anchors: ["not shown", "with help", "mostly", "alone", "teaches it"],
        })),
      },
    },
  });
  const each = Array.from({ length: days }, (_, index) => index + 1);
  const version = await db.programVersion.create({
    data: {
      program: { create: { name: unique("Program"), createdAt: mondayMorning } },
      rubric: { connect: { id: rubric.id } },
      number: 1,
      purpose: "Ramp well",
      programDays: days,
      preparationDays: 5,
      tailDays: 5,
      cap: given.cap ?? 4,
      model: given.model ?? "ONE_TO_ONE",
      logDueMinute: 18 * 60,
      createdAt: mondayMorning,
      trainingTopics: given.topics ?? [],
      scenarios: {
        create: given.scenario ? [{ position: 0, title: given.scenario, prompt: "And now?" }] : [],
      },
      skills: { create: ["Discovery", "Objections"].map((name, position) => ({ name, position })) },
      templates: {
        create: each.flatMap((day) => [
          ...(given.calls ? [callsTemplate(day)] : []),
          {
            position: day * 2,
            day,
            kind: "STAND_UP" as const,
            audience: "COHORT" as const,
            facilitatorRole: "NONE" as const,
            title: "Stand-up",
            brief: "",
            material: "",
            startMinute: 9 * 60,
            minutes: 10,
            endMinute: 9 * 60 + 10,
          },
          {
            position: day * 2 + 1,
            day,
            kind: "CALL_SHADOWING" as const,
            audience: "PAIR" as const,
            facilitatorRole: "LEAD_MENTOR" as const,
            title: "Shadow a call",
            brief: "Listen for the opening.",
            material: "",
            startMinute: 13 * 60,
            minutes: 45,
            endMinute: 17 * 60,
          },
        ]),
      },
    },
  });
  await db.programVersion.update({
    where: { id: version.id },
    data: { state: "PUBLISHED", publishedAt: mondayMorning },
  });
  return db.programVersion.findUniqueOrThrow({
    where: { id: version.id },
    include: { skills: true, templates: true, rubric: { include: { criteria: true } } },
  });
}

export async function aCohort(given: {
  organizer: { id: string };
  state?: CohortState;
  startsOn?: Day;
  days?: number;
  versionId?: string;
  floors?: { id: string }[];
}) {
  const version = given.versionId
    ? await db.programVersion.findUniqueOrThrow({ where: { id: given.versionId } })
    : await aProgram({ days: given.days ?? 10 });
  const startsOn = given.startsOn ?? monday;
  const day = (offset: number) => fromDay(addBusinessDays(startsOn, offset, calendar));
  const endsOn = day(version.programDays - 1);
  const program = Array.from({ length: version.programDays }, (_, index) => index);
  return db.cohort.create({
    data: {
      name: unique("Cohort"),
      versionId: version.id,
      state: given.state ?? "PLANNING",
      timeZone: zone,
      certificationDate: endsOn,
      startsOn: fromDay(startsOn),
      endsOn,
      createdAt: mondayMorning,
      organizers: { create: { personId: given.organizer.id } },
      floors: { create: (given.floors ?? []).map((floor) => ({ floorId: floor.id })) },
      days: {
        create: [
          ...[-5, -4, -3, -2, -1].map((number) => ({
            phase: "PREPARATION" as const,
            number,
            day: day(number),
          })),
          ...program.map((index) => ({ phase: "PROGRAM" as const, number: index + 1, day: day(index) })),
        ],
      },
    },
  });
}

export async function anEnrollment(
  cohort: { id: string },
  person: { id: string },
  state: EnrollmentState = "ENROLLED",
) {
  return db.enrollment.create({
    data: { cohortId: cohort.id, personId: person.id, state, createdAt: mondayMorning },
  });
}

/** A nomination on the cohort's list for the floor; eligible, and trained the whole way, unless told otherwise. */
export async function aNomination(
  cohort: { id: string },
  floor: { id: string },
  person: { id: string },
  given: Partial<Prisma.MentorNominationUncheckedCreateInput> & { kind?: MentorKind } = {},
) {
  const list = await db.mentorList.upsert({
    where: { cohortId_floorId: { cohortId: cohort.id, floorId: floor.id } },
    create: {
      cohortId: cohort.id,
      floorId: floor.id,
      state: "SUBMITTED",
      dueAt: mondayMorning,
      requestedAt: mondayMorning,
      submittedAt: mondayMorning,
    },
    update: {},
  });
  const nomination = await db.mentorNomination.create({
    data: {
      listId: list.id,
      personId: person.id,
      proposedById: person.id,
      kind: "LEAD",
      decision: "APPROVED",
      willingness: "ACCEPTED",
      hoursPerWeek: 5,
      capacity: 2,
      createdAt: mondayMorning,
      ...given,
    },
  });
  const { id, decision, willingness } = nomination;
  if (given.training || decision !== "APPROVED" || willingness !== "ACCEPTED") return nomination;
  await trainWholly([id], mondayMorning);
  return { ...nomination, training: "COMPLETED" as const, trainedAt: mondayMorning };
}

export async function aPairing(
  enrollment: { id: string; cohortId: string },
  nomination: { id: string; personId: string },
  state: PairingState = "ACTIVE",
  kind: PairingKind = "LEAD",
) {
  const cohort = await db.cohort.findUniqueOrThrow({ where: { id: enrollment.cohortId } });
  return db.pairing.create({
    data: {
      cohortId: cohort.id,
      enrollmentId: enrollment.id,
      mentorId: nomination.personId,
      nominationId: nomination.id,
      kind,
      state,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      createdAt: mondayMorning,
      announcedAt: state === "SUGGESTED" || state === "DISCARDED" ? null : mondayMorning,
    },
  });
}

export async function aSession(
  cohort: { id: string },
  given: {
    day?: Day;
    minute?: number;
    minutes?: number;
    enrollment?: { id: string };
    facilitator?: { id: string };
    kind?: SessionKind;
    template?: { id: string };
    state?: "PLANNED" | "CONFIRMED" | "HELD";
    attends?: { id: string }[];
  } = {},
) {
  const day = given.day ?? monday;
  const minute = given.minute ?? 13 * 60;
  const attends = given.attends ?? (given.enrollment ? [given.enrollment] : []);
  return db.session.create({
    data: {
      cohortId: cohort.id,
      enrollmentId: given.enrollment?.id ?? null,
      templateId: given.template?.id ?? null,
      kind: given.kind ?? "MENTOR_MEETING",
      state: given.state ?? "PLANNED",
      title: unique("Session"),
      day: fromDay(day),
      startsAt: instantAt(day, minute, zone),
      endsAt: instantAt(day, minute + (given.minutes ?? 45), zone),
      createdAt: mondayMorning,
      facilitators: {
        create: given.facilitator ? [{ personId: given.facilitator.id, state: "ACCEPTED" }] : [],
      },
      attendances: { create: attends.map((enrollment) => ({ enrollmentId: enrollment.id })) },
    },
  });
}
