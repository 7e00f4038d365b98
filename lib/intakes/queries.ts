import { cache } from "react";
import { standing, standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { intakeRefusal } from "@/lib/intakes/rules";
import { standingToIntake } from "@/lib/intakes/standing";
import { intakeTold } from "@/lib/matching/told";
import { authorize, may } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const intakeSelect = {
  ...intakeTold,
  confidenceBefore: true,
  menteeVersion: true,
  trainerVersion: true,
} satisfies Prisma.IntakeSelect;

const pageSelect = {
  id: true,
  state: true,
  person: { select: { id: true, name: true, title: true, timeZone: true } },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      version: {
        select: { skills: { orderBy: { position: "asc" }, select: { id: true, name: true } } },
      },
    },
  },
  intake: { select: intakeSelect },
} satisfies Prisma.EnrollmentSelect;

/**
 * A mentee's intake, as far as this person may see it: a call mentor skills and goals, a lead mentor and a trainer
 * everything but the needs, which are for the mentee and the organizers. What is not for them is null, not empty.
 */
export const getIntake = cache(async (actor: Actor, enrollmentId: string) => {
  const stands = await standingToIntake(db, actor, enrollmentId);
  authorize("intakes.seeSkillsAndGoals", stands);
  const row = await db.enrollment.findUniqueOrThrow({ where: { id: enrollmentId }, select: pageSelect });
  const { intake, cohort, person, id, state } = row;
  const { gaps, goals, needs, needsForMatching, menteeFilledAt, trainerFilledAt, ...others } =
    intake ?? nothing;
  const { menteeVersion, trainerVersion, ...rest } = others;
  const open = intakeRefusal({ cohort: cohort.state, enrollment: state }) === null;
  return {
    enrollmentId: id,
    person,
    cohort: { id: cohort.id, name: cohort.name },
    menteeFilledAt,
    trainerFilledAt,
    seen: { mentee: menteeVersion, trainer: trainerVersion },
    goals,
    skills: cohort.version.skills.map((skill) => ({
      ...skill,
      level: gaps.find(({ skillId }) => skillId === skill.id)?.level ?? null,
    })),
    told: may(stands, "intakes.seeIntake") ? rest : null,
    needs: may(stands, "intakes.seeNeeds") ? { text: needs, forMatching: needsForMatching } : null,
    own: stands.has("mentee"),
    open,
    mayFillMenteePart: open && may(stands, "intakes.saveMenteePart"),
    mayFillTrainerPart: open && may(stands, "intakes.saveTrainerPart"),
    mayKeepApart: stands.has("organizer") || stands.has("mentee"),
    seesRecord: [...stands].some((one) => one !== "person" && one !== "trainer"),
  };
});

/** An intake in which nobody has written yet. */
const nothing: Prisma.IntakeGetPayload<{ select: typeof intakeSelect }> = {
  learningStyle: null,
  trainerStyle: null,
  communicationStyle: null,
  goals: [],
  interests: [],
  languages: [],
  workStartMinute: null,
  workEndMinute: null,
  confidenceBefore: null,
  needs: "",
  needsForMatching: false,
  variety: null,
  menteeFilledAt: null,
  trainerFilledAt: null,
  menteeVersion: 0,
  trainerVersion: 0,
  gaps: [],
};

export type ShownIntake = Awaited<ReturnType<typeof getIntake>>;

const listed = {
  orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
  select: {
    id: true,
    person: { select: { name: true, title: true, floor: { select: { name: true } } } },
    intake: { select: { menteeFilledAt: true, trainerFilledAt: true } },
  },
} satisfies Prisma.EnrollmentFindManyArgs;

const inProgress = { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } satisfies Prisma.EnumEnrollmentStateFilter;

/** The mentees of a cohort with what of their intakes is there. For its organizers. */
export async function listIntakes(actor: Actor, cohortId: string) {
  authorize("intakes.seeList", await standingToCohort(db, actor, cohortId));
  const rows = await db.enrollment.findMany({ where: { cohortId, state: inProgress }, ...listed });
  return rows.map(toListed);
}

/** Every intake that a trainer can fill in: the mentees of all cohorts that are prepared or run, by cohort. */
export async function intakesToFill(actor: Actor) {
  authorize("intakes.seeAllLists", standing(actor));
  const cohorts = await db.cohort.findMany({
    where: { state: { in: ["PLANNING", "READY", "ACTIVE"] } },
    orderBy: [{ startsOn: "asc" }, { name: "asc" }],
    take: 30,
    select: {
      id: true,
      name: true,
      startsOn: true,
      enrollments: { where: { state: inProgress }, ...listed },
    },
  });
  return cohorts.map(({ enrollments, startsOn, ...cohort }) => ({
    ...cohort,
    startsOn: toDay(startsOn),
    intakes: enrollments.map(toListed),
  }));
}

function toListed({ id, person, intake }: Prisma.EnrollmentGetPayload<typeof listed>) {
  return {
    enrollmentId: id,
    name: person.name,
    detail: [person.title, person.floor?.name].filter(Boolean).join(" · "),
    menteeFilledAt: intake?.menteeFilledAt ?? null,
    trainerFilledAt: intake?.trainerFilledAt ?? null,
  };
}

export type ListedIntake = Awaited<ReturnType<typeof listIntakes>>[number];
