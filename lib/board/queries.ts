import { visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { getCohort } from "@/lib/cohorts/queries";
import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { daysAway } from "@/lib/logs/away-days";
import { dayStatuses, programDays } from "@/lib/logs/day-statuses";
import type { Progress } from "@/lib/logs/rules";
import { type LogDays, statesByDay } from "@/lib/logs/traces";
import type { EnrollmentState } from "@/lib/mentees/rules";
import { authorize } from "@/lib/permissions";
import { Prisma } from "@/prisma/generated/client";
import { type BoardRow, type Numbers, needsOf } from "./rules";

/** A mentee as the board reads them. */
type Mentee = {
  id: string;
  state: EnrollmentState;
  createdAt: Date;
  endedAt: Date | null;
  restFrom: Date[];
  restUntil: Date[];
  name: string;
  /** The lead mentor, if there is one. */
  mentor: string | null;
  announced: boolean | null;
  paused: boolean | null;
  /** The days on which the mentee was away. */
  away: Day[] | null;
  logs: Logs;
};

/** Every log's day and state, and what those submitted say: the newest progress, and the numbers added up. */
type Logs = LogDays & Numbers & { progress: Progress | null };

/** SQL: the mentor who leads the enrollment `e`, or has led it to its end. */
const lead = Prisma.sql`
  SELECT mentor.name, pairing.state, pairing."announcedAt"
    FROM "Pairing" pairing JOIN "Person" mentor ON mentor.id = pairing."mentorId"
   WHERE pairing."enrollmentId" = e.id AND pairing.kind = 'LEAD'
     AND pairing.state IN ('CONFIRMED', 'ACTIVE', 'PAUSED', 'COMPLETED')
   ORDER BY pairing.id LIMIT 1`;

/** SQL: the {@link Logs} of the enrollment `e`, whoever wrote them; what was not counted adds nothing. */
const logs = Prisma.sql`
  SELECT json_build_object(
           'days', coalesce(array_agg(l.day), '{}'), 'states', coalesce(array_agg(l.state), '{}'),
           'progress', (array_agg(l.progress ORDER BY l.day DESC) FILTER (WHERE l.state = 'SUBMITTED'))[1],
           'calls', coalesce(sum(l.calls) FILTER (WHERE l.state = 'SUBMITTED'), 0),
           'emails', coalesce(sum(l.emails) FILTER (WHERE l.state = 'SUBMITTED'), 0),
           'meetings', coalesce(sum(l.meetings) FILTER (WHERE l.state = 'SUBMITTED'), 0),
           'proposals', coalesce(sum(l.proposals) FILTER (WHERE l.state = 'SUBMITTED'), 0)) AS read
    FROM "DailyLog" l WHERE l."enrollmentId" = e.id AND l.version > 0`;

/**
 * The mentees of a cohort who have not withdrawn, by name; of those alone that are named, if any are. A cohort of
 * sixty has six hundred logs: they are added up where they are, and each mentee's come as one value.
 */
function readMentees(cohortId: string, ids: string[] | null): Promise<Mentee[]> {
  const named = ids ? Prisma.sql`AND e.id = ANY(${ids}::uuid[])` : Prisma.empty;
  return db.$queryRaw`
    SELECT e.id, e.state, e."createdAt", e."endedAt", e."restFrom", e."restUntil", person.name, lead.name AS mentor,
           lead."announcedAt" IS NOT NULL AS announced, lead.state = 'PAUSED' AS paused,
           to_json(${daysAway()}) AS away, logs.read AS logs
      FROM "Enrollment" e JOIN "Person" person ON person.id = e."personId"
      LEFT JOIN LATERAL (${lead}) lead ON true CROSS JOIN LATERAL (${logs}) logs
     WHERE e."cohortId" = ${cohortId}::uuid AND e.state <> 'WITHDRAWN' ${named}
     ORDER BY person.name, e.id`;
}

/** The mentees of a cohort whom somebody may know of, who does not organize it. */
async function menteesInReach(actor: Actor, cohortId: string): Promise<string[]> {
  const where = { AND: [{ cohortId }, visibleTo.enrollments(actor)] };
  return (await db.enrollment.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

/**
 * The mentee × day board of a cohort: how each day's log stands, what the numbers add up to, and who needs help first.
 * Organizers see all mentees, a floor manager those of the floor. One statement for organizers beside those of every
 * cohort page, two for others.
 */
export async function cohortBoard(actor: Actor, cohortId: string) {
  const cohort = await getCohort(actor, cohortId);
  authorize("board.seeBoard", cohort.stands);
  const organizes = cohort.stands.has("organizer");
  const mentees = await readMentees(cohortId, organizes ? null : await menteesInReach(actor, cohortId));
  const now = clock.now();
  const planned = { ...cohort, days: cohort.days.map((one) => ({ ...one, day: fromDay(one.day) })) };
  const rows = mentees.map(
    ({ logs: { progress, calls, emails, meetings, proposals, ...own }, ...mentee }): BoardRow => {
      const known = organizes || mentee.announced;
      return {
        id: mentee.id,
        name: mentee.name,
        state: mentee.state,
        mentor: known ? mentee.mentor : null,
        paused: Boolean(known && mentee.paused),
        days: dayStatuses(planned, mentee, statesByDay(own), new Set(mentee.away), now),
        progress,
        numbers: { calls, emails, meetings, proposals },
      };
    },
  );
  return {
    state: cohort.state,
    today: cohort.today,
    days: programDays(planned),
    rows,
    needs: needsOf(rows, cohort.today),
    notBegun: cohort.today < cohort.startsOn,
  };
}

export type Board = Awaited<ReturnType<typeof cohortBoard>>;
