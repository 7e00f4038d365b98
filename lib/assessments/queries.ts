import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { standingOf } from "@/lib/attempts/rules";
import {
  type AttemptResult,
  type AttemptStanding,
  allowedOutcomes,
  assessorRefusal,
  attemptResult,
  deciderRefusal,
  isOpenAttempt,
  type Outcome,
} from "@/lib/certification/rules";
import { type Day, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError, type Sentence } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";

const attemptSelect = {
  id: true,
  number: true,
  state: true,
  day: true,
  total: true,
  comment: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
  rubric: {
    select: {
      name: true,
      passMark: true,
      maxLevel: true,
      criteria: {
        orderBy: { position: "asc" },
        select: { id: true, name: true, question: true, weight: true, mustReach: true, anchors: true },
      },
    },
  },
  assessments: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      personId: true,
      submittedAt: true,
      comment: true,
      person: { select: { name: true } },
      scores: { select: { criterionId: true, level: true, comment: true } },
    },
  },
  extension: { select: { endsOn: true, plan: true, support: true } },
  certificate: { select: { number: true } },
  enrollment: {
    select: {
      id: true,
      person: { select: { id: true, name: true, title: true, managerId: true } },
      pairings: { where: { state: { notIn: ["SUGGESTED", "DISCARDED"] } }, select: { mentorId: true } },
      attempts: { orderBy: { number: "asc" }, select: { id: true, number: true, state: true, day: true } },
      cohort: {
        select: {
          id: true,
          name: true,
          state: true,
          timeZone: true,
          organizers: { select: { personId: true } },
        },
      },
    },
  },
} satisfies Prisma.CertificationAttemptSelect;

type AttemptRow = Prisma.CertificationAttemptGetPayload<{ select: typeof attemptSelect }>;
type AssessmentRow = AttemptRow["assessments"][number];

/** As whom one looks at an attempt: that decides what there is to see. */
export type AttemptRole = "organizer" | "assessor" | "mentee";

/** What an attempt came to, for those whom it concerns, once it is decided. */
export type Released = {
  outcome: Outcome;
  comment: string;
  at: Date;
  by: string | null;
  /** The mean level of each criterion. */
  levels: Map<string, number>;
  extension: { endsOn: Day; plan: string; support: string } | null;
  /** The day of the attempt that follows. */
  nextDay: Day | null;
  certificate: string | null;
};

/** What only organizers see: everybody's scores and what follows from them. */
export type Judgement = {
  total: number | null;
  /** Null until everybody who was asked has handed in scores. */
  result: AttemptResult | null;
  waitingFor: string[];
  allowed: Outcome[];
  /** Where this attempt stands among the mentee's: what it may come to depends on it. */
  standing: AttemptStanding;
  /** Why this organizer cannot decide, or cannot record scores without an assessor. */
  cannotDecide: Sentence | null;
  cannotRecord: Sentence | null;
};

/**
 * An attempt as whoever asks may see it. The mentee: once it is decided, what came of it and the levels. An assessor:
 * their own scores. An organizer: everything, unless the attempt is their own. Anybody else: not found.
 */
export async function getAttempt(actor: Actor, attemptId: string) {
  const mine = { enrollment: { personId: actor.personId } };
  const row = await db.certificationAttempt.findFirst({
    where: {
      id: attemptId,
      OR: [{ ...mine, decidedAt: { not: null } }, { AND: [visibleTo.attempts(actor), { NOT: mine }] }],
    },
    select: attemptSelect,
  });
  if (!row) throw new NotFoundError();
  const { enrollment, rubric } = row;
  const { person, cohort } = enrollment;
  const role = roleIn(actor, row);
  const own = row.assessments.find(({ personId }) => personId === actor.personId);
  const open = isOpenAttempt(row.state) && cohort.state === "ACTIVE";
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    day: toDay(row.day),
    open,
    role,
    mentee: { enrollmentId: enrollment.id, name: person.name, title: person.title },
    cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone },
    rubric,
    toScore: role !== "mentee" && open && own !== undefined && own.submittedAt === null,
    assessments: seenBy(role, row.assessments, own),
    released: role === "assessor" ? null : released(row),
    judgement: role === "organizer" ? judgement(actor, row) : null,
  };
}

export type AttemptView = Awaited<ReturnType<typeof getAttempt>>;

function roleIn(actor: Actor, { enrollment }: AttemptRow): AttemptRole {
  if (enrollment.person.id === actor.personId) return "mentee";
  return enrollment.cohort.organizers.some(({ personId }) => personId === actor.personId)
    ? "organizer"
    : "assessor";
}

/** Before the release scores are for organizers, and for the one who gave them. */
function seenBy(role: AttemptRole, all: AssessmentRow[], own: AssessmentRow | undefined) {
  const seen = role === "organizer" ? all : role === "assessor" && own ? [own] : [];
  return seen.map(({ id, submittedAt, comment, person, scores }) => ({
    id,
    submittedAt,
    comment,
    name: person.name,
    scores: new Map(scores.map((one) => [one.criterionId, one])),
  }));
}

function levelsOf(assessments: AssessmentRow[]): Map<string, number>[] {
  const handedIn = assessments.filter(({ submittedAt }) => submittedAt);
  return handedIn.map(({ scores }) => new Map(scores.map((one) => [one.criterionId, one.level])));
}

function released(row: AttemptRow): Released | null {
  const { state, decidedAt, extension, enrollment } = row;
  if (!decidedAt || isOpenAttempt(state) || state === "CANCELLED") return null;
  const each = levelsOf(row.assessments);
  const mean = (criterionId: string) =>
    each.reduce((sum, levels) => sum + (levels.get(criterionId) ?? 0), 0) / each.length;
  const next = enrollment.attempts.find(
    ({ number, state: its }) => number > row.number && its !== "CANCELLED",
  );
  return {
    outcome: state as Outcome,
    comment: row.comment ?? "",
    at: decidedAt,
    by: row.decidedBy?.name ?? null,
    levels: new Map(row.rubric.criteria.map(({ id }) => [id, mean(id)])),
    extension: extension && { ...extension, endsOn: toDay(extension.endsOn) },
    nextDay: next ? toDay(next.day) : null,
    certificate: row.certificate?.number ?? null,
  };
}

function judgement(actor: Actor, row: AttemptRow): Judgement {
  const { person, pairings, attempts } = row.enrollment;
  const relations = {
    menteeId: person.id,
    lineManagerId: person.managerId,
    mentorIds: pairings.map(({ mentorId }) => mentorId),
  };
  const waiting = row.assessments.filter(({ submittedAt }) => !submittedAt);
  const scored = row.assessments.length > 0 && waiting.length === 0;
  const result = scored ? attemptResult(row.rubric, levelsOf(row.assessments)) : null;
  const standing = standingOf(row, attempts);
  const cannotDecide = deciderRefusal(actor.personId, relations);
  return {
    total: row.total,
    result,
    waitingFor: waiting.map(({ person: asked }) => asked.name),
    allowed: result ? allowedOutcomes(result, standing) : [],
    standing,
    cannotDecide,
    cannotRecord: cannotDecide ?? assessorRefusal(actor.personId, relations),
  };
}

/** The attempts that one was asked to score: those still to score by their day, then those that were handed in. */
export async function attemptsToScore(actor: Actor) {
  const rows = await db.assessment.findMany({
    where: { personId: actor.personId, attempt: { state: { not: "CANCELLED" } } },
    orderBy: [{ attempt: { day: "desc" } }, { id: "asc" }],
    take: 60,
    select: {
      submittedAt: true,
      attempt: {
        select: {
          id: true,
          number: true,
          state: true,
          day: true,
          enrollment: {
            select: {
              person: { select: { name: true, title: true } },
              cohort: { select: { name: true, state: true, timeZone: true } },
              sessions: {
                where: { kind: "CERTIFICATION", state: { in: ["PLANNED", "CONFIRMED"] } },
                orderBy: { startsAt: "asc" },
                select: { day: true, startsAt: true, endsAt: true, place: true, link: true },
              },
            },
          },
        },
      },
    },
  });
  const entries = rows.map(({ submittedAt, attempt: { enrollment, day, ...attempt } }) => ({
    ...attempt,
    submittedAt,
    day: toDay(day),
    mentee: enrollment.person,
    cohort: enrollment.cohort,
    session: enrollment.sessions.find((session) => +session.day === +day) ?? null,
  }));
  const waits = (entry: (typeof entries)[number]) =>
    !entry.submittedAt && isOpenAttempt(entry.state) && entry.cohort.state === "ACTIVE";
  return {
    toScore: entries.filter(waits).sort((a, b) => a.day.localeCompare(b.day)),
    scored: entries.filter((entry) => entry.submittedAt),
  };
}

export type ToScore = Awaited<ReturnType<typeof attemptsToScore>>["toScore"][number];
