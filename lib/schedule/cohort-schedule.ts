import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, fromDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { sessionRow } from "@/lib/sessions/queries";
import type { Prisma } from "@/prisma/generated/client";
import { since } from "./queries";
import { shownFrom } from "./rules";

/** Sessions that stand in the plan for each pair: one line for all of them. */
export type PairLine = {
  key: string;
  day: Day;
  title: string;
  startsAt: Date;
  endsAt: Date;
  pairs: number;
  /** How many of them nobody leads who could: a mentor's wait for the mentee's pairing first. */
  unled: number;
};

/**
 * A cohort's pair sessions, line by line of the plan, added up where the rows lie: sixty mentees have more than a
 * thousand. Who leads is looked up one by one for those to come, whatever the organization holds besides.
 */
async function allPairLines(cohortId: string, from: Day | null): Promise<PairLine[]> {
  const lines = await db.$queryRaw<(Omit<PairLine, "day"> & { day: Date })[]>`
    SELECT coalesce(s."templateId"::text, min(s.title)) AS key, s.day, min(s.title) AS title,
           min(s."startsAt") AS "startsAt", max(s."endsAt") AS "endsAt", count(*)::int AS pairs,
           count(*) FILTER (WHERE s.state IN ('PLANNED', 'CONFIRMED') AND led.one IS NULL
             AND coalesce(t."facilitatorRole"::text, '') NOT IN ('NONE', 'ASSESSOR')
             AND (p."enrollmentId" IS NOT NULL
               OR coalesce(t."facilitatorRole"::text, '') NOT IN ('LEAD_MENTOR', 'CALL_MENTOR')))::int AS unled
    FROM "Session" s
    LEFT JOIN "SessionTemplate" t ON t.id = s."templateId"
    LEFT JOIN (
      SELECT DISTINCT "enrollmentId" FROM "Pairing"
       WHERE "cohortId" = ${cohortId}::uuid AND state IN ('CONFIRMED', 'ACTIVE', 'PAUSED')
    ) p ON p."enrollmentId" = s."enrollmentId"
    LEFT JOIN LATERAL (
      SELECT 1 AS one FROM "SessionFacilitator" f
       WHERE s.state IN ('PLANNED', 'CONFIRMED') AND f."sessionId" = s.id AND f.state <> 'DECLINED' LIMIT 1) led ON true
    WHERE s."cohortId" = ${cohortId}::uuid AND s."enrollmentId" IS NOT NULL AND s.day >= ${fromDay(from ?? "0001-01-01")}::date
    GROUP BY s."templateId", CASE WHEN s."templateId" IS NULL THEN s.title END, s.day ORDER BY 4, 1`;
  return lines.map((line) => ({ ...line, day: toDay(line.day) }));
}

const paired = { where: { state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] } } } satisfies {
  where: Prisma.PairingWhereInput;
};

const rowSelect = {
  id: true,
  state: true,
  title: true,
  day: true,
  startsAt: true,
  endsAt: true,
  facilitators: sessionRow.facilitators,
  templateId: true,
  template: { select: { facilitatorRole: true } },
  enrollment: { select: { person: { select: { name: true } }, _count: { select: { pairings: paired } } } },
} satisfies Prisma.SessionSelect;

const inOrder = { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } satisfies Prisma.SessionFindManyArgs;

/** Self-study and the like are led by nobody, an assessor is asked with the attempt, a mentor comes with the pairing. */
function isLed(role: string | undefined, hasMentor: boolean): boolean {
  if (role === "LEAD_MENTOR" || role === "CALL_MENTOR") return hasMentor;
  return role !== "NONE" && role !== "ASSESSOR";
}

/**
 * A session as the schedule shows it, and nothing else: sixty mentees have hundreds of them.
 * @param organizes whether who is kept for a session shows: before a pairing is announced, to organizers alone.
 */
function toRow(row: Prisma.SessionGetPayload<{ select: typeof rowSelect }>, organizes: boolean) {
  const { id, state, title, startsAt, endsAt, facilitators, templateId, template, enrollment } = row;
  const role = template?.facilitatorRole;
  const open = state === "PLANNED" || state === "CONFIRMED";
  const named = facilitators.filter((one) => organizes || one.state !== "RESERVED");
  return {
    id,
    key: templateId ?? title,
    day: toDay(row.day),
    state,
    title,
    startsAt,
    endsAt,
    mentee: enrollment?.person.name ?? null,
    /** Who leads it; a question mark follows who has not answered yet. */
    led: named
      .map(({ person, state }) => (state === "INVITED" ? `${person.name} (?)` : person.name))
      .join(", "),
    needsLead: open && facilitators.length === 0 && isLed(role, (enrollment?._count.pairings ?? 0) > 0),
  };
}

export type ScheduledSession = ReturnType<typeof toRow>;

/** The same lines from the sessions that somebody may see, in order of time: a mentor's few, a floor's own. */
function linesOf(sessions: readonly ScheduledSession[]): PairLine[] {
  const lines = new Map<string, PairLine>();
  for (const { key, day, title, startsAt, endsAt, needsLead } of sessions) {
    const at = `${key} ${day}`;
    const line = lines.get(at) ?? { key, day, title, startsAt, endsAt, pairs: 0, unled: 0 };
    lines.set(at, {
      ...line,
      endsAt: new Date(Math.max(+endsAt, +line.endsAt)),
      pairs: line.pairs + 1,
      unled: line.unled + (needsLead ? 1 : 0),
    });
  }
  return [...lines.values()];
}

/**
 * The schedule of a cohort, as far as somebody may see it: the sessions for everybody, and what is held in pairs line
 * by line. The pairs of one day are listed when that day is `opened`. Three statements beside those of every cohort page.
 * @param past whether the days before today are asked for as well while the cohort's days run
 */
export async function cohortSchedule(actor: Actor, cohortId: string, opened: Day | null, past = false) {
  const { stands, days, today } = await getCohort(actor, cohortId);
  const organizes = stands.has("organizer");
  const mine = organizes ? {} : visibleTo.sessions(actor);
  const from = past || (opened && opened < today) ? null : shownFrom(days, today);
  const pairs = { AND: [{ cohortId, enrollmentId: { not: null }, ...since(from) }, mine] };
  const [shared, listed, lines] = await Promise.all([
    db.session.findMany({
      where: { AND: [{ cohortId, enrollmentId: null, ...since(from) }, mine] },
      ...inOrder,
      select: rowSelect,
    }),
    organizes && !opened
      ? []
      : db.session.findMany({
          where: organizes && opened ? { AND: [pairs, { day: fromDay(opened) }] } : pairs,
          ...inOrder,
          select: rowSelect,
        }),
    organizes ? allPairLines(cohortId, from) : null,
  ]);
  const rows = listed.map((row) => toRow(row, organizes));
  return {
    days,
    today,
    from,
    shared: shared.map((row) => toRow(row, organizes)),
    lines: lines ?? linesOf(rows),
    opened: rows.filter(({ day }) => day === opened),
  };
}

export type CohortSchedule = Awaited<ReturnType<typeof cohortSchedule>>;
