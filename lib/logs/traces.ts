import { type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { daysAway } from "./away-days";
import { stronger } from "./day-statuses";
import type { LogState } from "./rules";

/** The logs of one mentee, whoever wrote them: the day and the state of each, in the same order. */
export type LogDays = { days: Day[]; states: LogState[] };

/** How each day that has a log stands; of several logs of a day the strongest counts. */
export function statesByDay({ days, states }: LogDays): Map<Day, LogState> {
  const stands = new Map<Day, LogState>();
  for (const [index, state] of states.entries()) {
    const day = days[index] as Day;
    stands.set(day, stronger(stands.get(day), state));
  }
  return stands;
}

/** What the days of one mentee left behind. */
export type Traces = { enrollmentId: string; logs: LogDays; away: Day[] | null };

/** The logs of all mentees of these cohorts and the days they were away, from `since` on, in one statement. */
export function tracesSince(cohortIds: readonly string[], since: Day): Promise<Traces[]> {
  return db.$queryRaw`
    SELECT e.id AS "enrollmentId", to_json(${daysAway(since)}) AS away, logs.read AS logs
      FROM "Enrollment" e CROSS JOIN LATERAL (
        SELECT json_build_object('days', coalesce(array_agg(l.day), '{}'), 'states', coalesce(array_agg(l.state), '{}')) AS read
          FROM "DailyLog" l WHERE l."enrollmentId" = e.id AND l.day >= (SELECT ${fromDay(since)}::date)) logs
     WHERE e."cohortId" = ANY(ARRAY(SELECT unnest(${cohortIds}::uuid[])))`;
}
