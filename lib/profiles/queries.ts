import { cache } from "react";
import type { Actor } from "@/lib/actor";
import { type Day, toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { folded } from "@/lib/matching/facts";
import { profileTold } from "@/lib/matching/told";
import { type AverageRating, averageRatingSql } from "@/lib/pairings/queries";
import { authorize, may } from "@/lib/permissions";
import { portraitAddress } from "@/lib/profiles/rules";
import { standingToMentor } from "@/lib/profiles/standing";
import { Prisma } from "@/prisma/generated/client";

const cardSelect = {
  id: true,
  name: true,
  title: true,
  timeZone: true,
  floor: { select: { name: true } },
  mentorProfile: { select: profileTold },
  portrait: { select: { updatedAt: true } },
} satisfies Prisma.PersonSelect;

/** Mentees whom somebody mentored to the end, and how many of them were certified. */
async function mentoredBy(on: Db, personId: string) {
  const rows = await on.$queryRaw<{ mentees: number; certified: number; cohorts: number }[]>`
    SELECT count(DISTINCT e.id)::int AS mentees, count(DISTINCT p."cohortId")::int AS cohorts,
      count(DISTINCT e.id) FILTER (WHERE e.state IN ('CERTIFIED', 'RAMPED'))::int AS certified
    FROM "Pairing" p JOIN "Enrollment" e ON e.id = p."enrollmentId"
    WHERE p."mentorId" = ${personId}::uuid AND p.kind = 'LEAD' AND p.state = 'COMPLETED'`;
  return rows[0] ?? { mentees: 0, certified: 0, cohorts: 0 };
}

/**
 * A mentor's introduction card: what they tell of themselves, and what Ridealong knows of their mentoring. For the
 * mentor, their mentees, organizers and floor managers. Anybody else: not found. Without a profile `told` is null.
 */
export const introductionCard = cache(async (actor: Actor, personId: string) => {
  const stands = await standingToMentor(db, actor, personId);
  authorize("profiles.seeProfile", stands);
  const [person, mentored] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: cardSelect }),
    mentoredBy(db, personId),
  ]);
  if (!person) throw new NotFoundError();
  const { mentorProfile, floor, portrait, ...shown } = person;
  const told = mentorProfile && {
    ...mentorProfile,
    strengths: mentorProfile.strengths.filter(({ level }) => level > 0),
  };
  return {
    ...shown,
    floor: floor?.name ?? null,
    portrait: portrait && portraitAddress(personId, portrait.updatedAt),
    told,
    mentored,
    own: stands.has("self"),
  };
});

export type IntroductionCard = Awaited<ReturnType<typeof introductionCard>>;

/** Somebody's photo with its bytes, for whoever may see their introduction card. Not found for others and without one. */
export async function portraitOf(actor: Actor, personId: string) {
  authorize("profiles.seeProfile", await standingToMentor(db, actor, personId));
  const portrait = await db.portrait.findUnique({
    where: { personId },
    select: { type: true, bytes: true, updatedAt: true },
  });
  if (!portrait) throw new NotFoundError();
  return portrait;
}

/** What somebody did as a mentor in one cohort. */
export type CohortRecord = {
  cohortId: string;
  cohort: string;
  startsOn: Day;
  endsOn: Day;
  lead: boolean;
  call: boolean;
  mentees: number;
  certified: number;
  /** Minutes of the sessions that they held with mentees who were there, those of a group that met once. */
  minutes: number;
  /** Days of mentees that they logged. */
  logs: number;
};

/**
 * A mentor's record, cohort by cohort, the latest first: whom they accompanied, also until a handover, and who of those
 * they led to the end was certified. For the mentor, organizers and floor managers; null for their mentees. Anybody
 * else: not found.
 */
export async function mentorRecord(actor: Actor, personId: string): Promise<CohortRecord[] | null> {
  const stands = await standingToMentor(db, actor, personId);
  if (!may(stands, "profiles.seeRecord")) {
    authorize("profiles.seeProfile", stands);
    return null;
  }
  type Read = Omit<CohortRecord, "startsOn" | "endsOn"> & { startsOn: Date; endsOn: Date };
  const rows = await db.$queryRaw<Read[]>`
    SELECT c.id AS "cohortId", c.name AS cohort, c."startsOn", c."endsOn",
      bool_or(p.kind = 'LEAD') AS lead, bool_or(p.kind = 'CALL') AS call,
      count(DISTINCT e.id)::int AS mentees,
      count(DISTINCT e.id) FILTER (WHERE p.kind = 'LEAD' AND p.state = 'COMPLETED'
        AND e.state IN ('CERTIFIED', 'RAMPED'))::int AS certified,
      (SELECT coalesce(sum(extract(epoch FROM led."endsAt" - led."startsAt")) / 60, 0)::int FROM (
        SELECT DISTINCT f."meetingId", s."startsAt", s."endsAt"
        FROM "Session" s JOIN "SessionFacilitator" f ON f."sessionId" = s.id
        WHERE s."cohortId" = c.id AND s."enrollmentId" IS NOT NULL AND s.state = 'HELD' AND s.kind <> 'CERTIFICATION'
          AND f."personId" = ${personId}::uuid AND f.state IN ('INVITED', 'ACCEPTED')
          AND EXISTS (SELECT FROM "Attendance" a
            WHERE a."sessionId" = s.id AND a.state IN ('PRESENT', 'LATE'))) led) AS minutes,
      (SELECT count(*)::int FROM "DailyLog" l JOIN "Enrollment" le ON le.id = l."enrollmentId"
        WHERE le."cohortId" = c.id AND l."authorId" = ${personId}::uuid AND l.state = 'SUBMITTED') AS logs
    FROM "Pairing" p JOIN "Enrollment" e ON e.id = p."enrollmentId" JOIN "Cohort" c ON c.id = p."cohortId"
    WHERE p."mentorId" = ${personId}::uuid AND p."announcedAt" IS NOT NULL
      AND p.state IN ('ACTIVE', 'PAUSED', 'COMPLETED', 'REASSIGNED', 'ENDED_EARLY')
    GROUP BY c.id ORDER BY c."startsOn" DESC, c.id`;
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
  }));
}

/** How mentees fared with one skill, as far as one mentor's logs tell. */
export type SkillGained = {
  skill: string;
  /** Mentees with whom they worked on it. */
  mentees: number;
  /** Those of them who were on track or ahead on the last day that names it. */
  gained: number;
  days: number;
};

/**
 * The skills that a mentor's submitted logs name, over all cohorts, those that most mentees gained first. By name: a
 * skill outlives the versions of a program. For whom {@link mentorRecord} is, null for their mentees.
 */
export async function skillsGained(actor: Actor, personId: string): Promise<SkillGained[] | null> {
  const stands = await standingToMentor(db, actor, personId);
  if (!may(stands, "profiles.seeRecord")) {
    authorize("profiles.seeProfile", stands);
    return null;
  }
  return db.$queryRaw<SkillGained[]>`
    SELECT one.name AS skill, count(*)::int AS mentees, sum(one.days)::int AS days,
      count(*) FILTER (WHERE one.last IN ('ON_TRACK', 'AHEAD'))::int AS gained
    FROM (
      SELECT k.name, count(DISTINCT l.id) AS days, (array_agg(l.progress ORDER BY l.day DESC))[1] AS last
      FROM "DailyLog" l JOIN "LogSkill" ls ON ls."logId" = l.id JOIN "Skill" k ON k.id = ls."skillId"
      WHERE l."authorId" = ${personId}::uuid AND l.state = 'SUBMITTED'
      GROUP BY k.name, l."enrollmentId") one
    GROUP BY one.name ORDER BY gained DESC, mentees DESC, one.name`;
}

/**
 * What a mentor's mentees gave on average, over all cohorts; null while too few have. For whom {@link mentorRecord} is,
 * null for their mentees. Never by cohort: two averages of almost the same ratings would tell one of them.
 */
export async function averageRating(actor: Actor, personId: string): Promise<AverageRating | null> {
  const stands = await standingToMentor(db, actor, personId);
  if (!may(stands, "profiles.seeRecord")) {
    authorize("profiles.seeProfile", stands);
    return null;
  }
  const [row] = await db.$queryRaw<{ rating: AverageRating | null }[]>`
    SELECT ${averageRatingSql(Prisma.sql`${personId}::uuid`)} AS rating`;
  return row?.rating ?? null;
}

/**
 * One's own profile as it is edited: with every skill that a published program asks for, also those one left out, and
 * where one's photo is.
 */
export async function ownMentorProfile(actor: Actor) {
  const { personId } = actor;
  const [profile, portrait, skills] = await Promise.all([
    db.mentorProfile.findUnique({ where: { personId }, select: profileTold }),
    db.portrait.findUnique({ where: { personId }, select: { updatedAt: true } }),
    db.skill.findMany({
      where: { version: { state: "PUBLISHED" } },
      distinct: ["name"],
      orderBy: { name: "asc" },
      take: 60,
      select: { name: true },
    }),
  ]);
  const levels = new Map((profile?.strengths ?? []).map((one) => [folded(one.skill), one]));
  for (const { name } of skills) {
    if (!levels.has(folded(name))) levels.set(folded(name), { skill: name, level: 0 });
  }
  const all = [...levels.values()].sort((a, b) => a.skill.localeCompare(b.skill));
  return {
    told: profile,
    strengths: all,
    portrait: portrait && portraitAddress(personId, portrait.updatedAt),
  };
}

export type OwnMentorProfile = Awaited<ReturnType<typeof ownMentorProfile>>;
