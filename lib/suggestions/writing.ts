import { clock } from "@/lib/clock";
import { dayAt, fromDay, toDay } from "@/lib/dates";
import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";
import type { Matching } from "@/lib/matching/queries";
import { scoreOf } from "@/lib/matching/rules";
import { pairingSpan } from "@/lib/pairings/rules";

/** Holds a cohort and its mentors until the transaction ends; the people in one order, so that nobody waits in a ring. */
export async function holdCohort(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE id IN (
      SELECT n."personId" FROM "MentorNomination" n JOIN "MentorList" l ON l.id = n."listId"
      WHERE l."cohortId" = ${cohortId}::uuid AND n.decision = 'APPROVED')
    ORDER BY id FOR NO KEY UPDATE`;
}

/** The sum of the scores of what is suggested as it stands. */
export function sumBefore({ mentees, mentors, settings }: Matching): number {
  const byId = new Map(mentors.map((mentor) => [mentor.nominationId, mentor]));
  return mentees.reduce((sum, { current, facts }) => {
    const mentor = current?.suggested ? byId.get(current.nominationId) : undefined;
    return sum + (mentor ? scoreOf(facts, mentor.facts, settings.weights) : 0);
  }, 0);
}

/** Takes these mentees' suggestions back. Refuses when one of them is no suggestion any more. */
export async function discard(tx: Tx, mentees: readonly Matching["mentees"][number][]): Promise<void> {
  const held = mentees.flatMap(({ current }) => current ?? []);
  const idsOf = (locked: boolean) =>
    held.filter((one) => one.locked === locked).map(({ pairingId }) => pairingId);
  // One that is kept leaves as well when a rule has come to forbid it. Whoever keeps one in this moment is first.
  const these = [true, false].map((locked) => ({ id: { in: idsOf(locked) }, locked }));
  const { count } = await tx.pairing.updateMany({
    where: { state: "SUGGESTED", OR: these },
    data: { state: "DISCARDED", locked: false, endedAt: clock.now() },
  });
  if (count < held.length) throw new UserError("errors.somebodyFaster");
}

/** Suggests to each of these mentees the mentor that is wanted for them; the others get none. */
export async function suggest(
  tx: Tx,
  cohortId: string,
  mentees: readonly Matching["mentees"][number][],
  wanted: ReadonlyMap<string, Matching["mentors"][number]>,
): Promise<void> {
  const rows = await tx.enrollment.findMany({
    where: { id: { in: mentees.map(({ enrollmentId }) => enrollmentId) } },
    select: {
      id: true,
      extensions: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } },
      cohort: { select: { timeZone: true, startsOn: true, endsOn: true } },
    },
  });
  const createdAt = clock.now();
  await tx.pairing.createMany({
    data: rows.flatMap(({ id, extensions, cohort }) => {
      const mentor = wanted.get(id);
      if (!mentor) return [];
      const extension = extensions[0];
      const { startsOn, endsOn } = pairingSpan(
        { startsOn: toDay(cohort.startsOn), endsOn: toDay(cohort.endsOn) },
        dayAt(createdAt, cohort.timeZone),
        extension ? toDay(extension.endsOn) : null,
      );
      return [
        {
          cohortId,
          enrollmentId: id,
          mentorId: mentor.personId,
          nominationId: mentor.nominationId,
          startsOn: fromDay(startsOn),
          endsOn: fromDay(endsOn),
          createdAt,
        },
      ];
    }),
  });
}
