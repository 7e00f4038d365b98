import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type Day, toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { awayOn, byFolded, folded, tenureOn, type Variety, wordsOf, workSpan } from "@/lib/matching/facts";
import { countingStyle } from "@/lib/matching/rules";
import { type MatchingSettings, matchingSettingsSchema } from "@/lib/matching/schema";
import { intakeTold, profileTold } from "@/lib/matching/told";
import { unqualified } from "@/lib/mentors/rules";
import { type Loads, mentorLoads, placesOf } from "@/lib/pairings/queries";
import { currentPairingStates, timeRefusal } from "@/lib/pairings/rules";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const personSelect = {
  id: true,
  name: true,
  title: true,
  timeZone: true,
  hireDate: true,
} satisfies Prisma.PersonSelect;

const cohortSelect = {
  id: true,
  name: true,
  state: true,
  startsOn: true,
  endsOn: true,
  matching: true,
  version: { select: { cap: true, matching: true } },
  days: { where: { phase: "PROGRAM" }, select: { day: true } },
} satisfies Prisma.CohortSelect;

const menteeSelect = {
  id: true,
  person: {
    select: { ...personSelect, managerId: true, floor: { select: { id: true, name: true } } },
  },
  intake: { select: intakeTold },
  pairings: {
    where: { kind: "LEAD", state: { in: [...currentPairingStates] } },
    take: 1,
    select: {
      id: true,
      state: true,
      locked: true,
      nominationId: true,
      mentor: { select: { id: true, name: true } },
    },
  },
} satisfies Prisma.EnrollmentSelect;

const mentorSelect = {
  id: true,
  kind: true,
  capacity: true,
  hoursPerWeek: true,
  decision: true,
  willingness: true,
  training: true,
  list: { select: { floor: { select: { id: true, name: true } } } },
  person: {
    select: {
      ...personSelect,
      pauses: { where: { endedAt: null }, select: { id: true } },
      leaves: { where: { removedAt: null }, select: { firstDay: true, lastDay: true } },
      mentorProfile: { select: profileTold },
    },
  },
} satisfies Prisma.MentorNominationSelect;

/** How a cohort matches: its own settings, or those of its program. */
function toSettings(row: {
  matching: Prisma.JsonValue;
  version: { matching: Prisma.JsonValue };
}): MatchingSettings {
  return matchingSettingsSchema.parse(row.matching ?? row.version.matching);
}

/** How a cohort matches, whether that is its own way, and whether it can still be changed. For its organizers. */
export async function getSettings(actor: Actor, cohortId: string) {
  authorize("matching.seeSettings", await standingToCohort(db, actor, cohortId));
  const row = await db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { state: true, matching: true, matchingVersion: true, version: { select: { matching: true } } },
  });
  return {
    ...toSettings(row),
    seen: row.matchingVersion,
    own: row.matching !== null,
    open: timeRefusal({ cohort: row.state, enrollment: "ENROLLED" }) === null,
  };
}

export type ShownSettings = Awaited<ReturnType<typeof getSettings>>;

/**
 * Everything that matching the mentees of a cohort takes: its settings, its mentees who are not done, and its approved
 * mentors with their places over all cohorts that overlap, each with what is scored and what a rule reads. Needs are in
 * it only where the mentee said yes to that. For deeds and queries that have asked who may. Five statements, always.
 */
export async function loadMatching(on: Db, cohortId: string) {
  const cohort = await on.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: cohortSelect });
  const enrollments = await on.enrollment.findMany({
    where: { cohortId, state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: menteeSelect,
  });
  const nominations = await on.mentorNomination.findMany({
    where: { list: { cohortId }, decision: "APPROVED", person: { deactivatedAt: null } },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: mentorSelect,
  });
  const people = nominations.map(({ person }) => person.id);
  const loads = await mentorLoads(on, people, cohort);
  const apart = await keptApart(
    on,
    enrollments.map(({ person }) => person.id),
  );
  const settings = toSettings(cohort);
  const startsOn = toDay(cohort.startsOn);
  const days = cohort.days.map(({ day }) => toDay(day));
  return {
    cohort: {
      id: cohort.id,
      name: cohort.name,
      state: cohort.state,
      startsOn,
      endsOn: toDay(cohort.endsOn),
      cap: cohort.version.cap,
    },
    settings,
    mentees: enrollments.map((row) => toMentee(row, startsOn, settings.variety, apart)),
    mentors: nominations.map((row) => toMentor(row, startsOn, days, loads)),
  };
}

export type Matching = Awaited<ReturnType<typeof loadMatching>>;
export type MatchingMentee = Matching["mentees"][number];
export type MatchingMentor = Matching["mentors"][number];

/** Whom each of these people is not to be paired with, whoever of the two asked for it. */
async function keptApart(on: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const these = { in: [...personIds] };
  const rows = await on.doNotPair.findMany({
    where: { OR: [{ personId: these }, { otherPersonId: these }] },
    select: { personId: true, otherPersonId: true },
  });
  const apart = new Map<string, Set<string>>();
  const keep = (one: string, other: string) => apart.set(one, (apart.get(one) ?? new Set()).add(other));
  for (const { personId, otherPersonId } of rows) {
    keep(personId, otherPersonId);
    keep(otherPersonId, personId);
  }
  return apart;
}

type Person = Prisma.PersonGetPayload<{ select: typeof personSelect }>;

/** What both sides' facts hold, from what somebody told of themselves; `told` is null where they told nothing. */
function toFacts(
  person: Person,
  startsOn: Day,
  floorId: string | null,
  told: {
    communicationStyle: "DIRECT" | "LIVELY" | "CALM" | "EXACT" | null;
    interests: string[];
    workStartMinute: number | null;
    workEndMinute: number | null;
  } | null,
) {
  return {
    communicationStyle: told?.communicationStyle ?? null,
    interests: byFolded(told?.interests ?? []),
    hours: workSpan(startsOn, person.timeZone, told?.workStartMinute ?? null, told?.workEndMinute ?? null),
    tenure: tenureOn(startsOn, person.hireDate ? toDay(person.hireDate) : null),
    floorId,
  };
}

function toMentee(
  { id, person, intake, pairings }: Prisma.EnrollmentGetPayload<{ select: typeof menteeSelect }>,
  startsOn: Day,
  preset: Variety,
  apart: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const pairing = pairings[0];
  const floorId = person.floor?.id ?? null;
  return {
    enrollmentId: id,
    personId: person.id,
    name: person.name,
    title: person.title,
    floor: person.floor?.name ?? null,
    floorId,
    lineManagerId: person.managerId,
    languages: byFolded(intake?.languages ?? []),
    apart: apart.get(person.id) ?? new Set<string>(),
    /** What the mentee needs, for the organizers to bear in mind; null where there is nothing or no yes to it. */
    needs: intake?.needsForMatching && intake.needs ? intake.needs : null,
    filled: { mentee: Boolean(intake?.menteeFilledAt), trainer: Boolean(intake?.trainerFilledAt) },
    current: pairing
      ? {
          pairingId: pairing.id,
          state: pairing.state,
          suggested: pairing.state === "SUGGESTED",
          locked: pairing.locked,
          nominationId: pairing.nominationId,
          mentorId: pairing.mentor.id,
          mentor: pairing.mentor.name,
        }
      : null,
    facts: {
      ...toFacts(person, startsOn, floorId, intake),
      gaps: (intake?.gaps ?? []).map(({ level, skill }) => ({
        skill: folded(skill.name),
        name: skill.name,
        level,
      })),
      learningStyle: intake ? countingStyle(intake) : null,
      goals: (intake?.goals ?? []).map((text) => ({ text, words: [...wordsOf(text)] })),
      variety: intake?.variety ?? preset,
    },
  };
}

const toLeave = ({ firstDay, lastDay }: { firstDay: Date; lastDay: Date }) => ({
  firstDay: toDay(firstDay),
  lastDay: toDay(lastDay),
});

function toMentor(
  {
    id,
    person,
    list,
    capacity,
    ...nomination
  }: Prisma.MentorNominationGetPayload<{
    select: typeof mentorSelect;
  }>,
  startsOn: Day,
  days: readonly Day[],
  loads: Loads,
) {
  const profile = person.mentorProfile;
  const strengths = profile?.strengths ?? [];
  const told = profile
    ? [profile.introduction, profile.experience, profile.record, ...profile.awards, ...profile.techniques]
    : [];
  return {
    nominationId: id,
    personId: person.id,
    name: person.name,
    title: person.title,
    floor: list.floor.name,
    floorId: list.floor.id,
    kind: nomination.kind,
    hoursPerWeek: nomination.hoursPerWeek,
    unqualified: unqualified({ ...nomination, paused: person.pauses.length > 0 }),
    languages: byFolded(profile?.languages ?? []),
    ...placesOf(loads, person.id, "LEAD", capacity),
    /** Whether they have written a profile at all. */
    profiled: profile !== null,
    facts: {
      ...toFacts(person, startsOn, list.floor.id, profile),
      strengths: new Map(strengths.map(({ skill, level }) => [folded(skill), level])),
      teaches: new Set(profile?.teaches ?? []),
      away: awayOn(days, person.leaves.map(toLeave)),
      words: wordsOf(...told, ...strengths.filter(({ level }) => level >= 3).map(({ skill }) => skill)),
    },
  };
}
