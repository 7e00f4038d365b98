import type { Actor } from "@/lib/actor";
import type { Tx } from "@/lib/db";
import { whereUsed } from "@/lib/imports/undoing";
import { announce } from "@/lib/outbox";
import { type EnrollmentNow, planEnrollmentUndo } from "./rules";

/**
 * Removes enrollments to which nothing has happened, with their planned sessions, and tells those people. Says which
 * ones it left, and why.
 */
export async function undoEnrollments(tx: Tx, actor: Actor, cohortId: string, ids: readonly string[]) {
  await tx.$queryRaw`SELECT 1 FROM "Enrollment" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  const { removed, left } = planEnrollmentUndo(await enrollmentsNow(tx, ids));
  const people = await tx.enrollment.findMany({
    where: { id: { in: removed } },
    select: { person: { select: { id: true, name: true } }, cohort: { select: { name: true } } },
  });
  const these = { enrollmentId: { in: removed } };
  await tx.attendance.deleteMany({ where: these });
  await tx.session.deleteMany({ where: these });
  await tx.enrollment.deleteMany({ where: { id: { in: removed } } });
  for (const { person, cohort } of people) {
    await announce(tx, {
      to: [person.id],
      kind: "withdrawn",
      data: { cohort: cohort.name, mentee: person.name },
      href: `/cohorts/${cohortId}`,
      except: actor.personId,
    });
  }
  return { removed: removed.length, left };
}

/** How enrollments stand: what was made with them and is as it was made does not count as having happened. */
async function enrollmentsNow(tx: Tx, ids: readonly string[]): Promise<EnrollmentNow[]> {
  const enrollments = await tx.enrollment.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      state: true,
      person: { select: { name: true } },
      sessions: { select: { id: true, state: true, moves: true } },
      attendances: { where: { state: { not: "EXPECTED" } }, take: 1, select: { sessionId: true } },
    },
  });
  const places = await whereUsed(tx, "Enrollment", ids);
  const sessionIds = enrollments.flatMap(({ sessions }) => sessions.map((session) => session.id));
  const led = await whereUsed(tx, "Session", sessionIds);
  const other = (used: string[] | undefined, ...own: string[]) =>
    (used ?? []).some((place) => !own.includes(place));
  return enrollments.map(({ id, state, person, sessions, attendances }) => ({
    id,
    name: person.name,
    asMade:
      state === "ENROLLED" &&
      attendances.length === 0 &&
      sessions.every((session) => session.state === "PLANNED" && session.moves === 0),
    used:
      other(places.get(id), `"Session"`, `"Attendance"`) ||
      sessions.some((session) => other(led.get(session.id), `"Attendance"`)),
  }));
}
