import type { Tx } from "@/lib/db";
import { UserError } from "@/lib/errors";

/**
 * Refuses to confirm a pair that has become forbidden since it was suggested, and names it with what is in the way. The
 * mentors stay held, in one order: whoever pauses does so before, or after. Two statements, however many pairs.
 */
export async function refuseForbidden(tx: Tx, pairingIds: readonly string[]): Promise<void> {
  const ids = [...pairingIds];
  await tx.$queryRaw`
    SELECT 1 FROM "Person" WHERE id IN (SELECT "mentorId" FROM "Pairing" WHERE id = ANY(${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
  const [found] = await tx.$queryRaw<{ mentee: string; mentor: string; rule: string }[]>`
    SELECT mentee.name AS mentee, mentor.name AS mentor, pairing_forbidden(p) AS rule
    FROM "Pairing" p JOIN "Enrollment" e ON e.id = p."enrollmentId"
    JOIN "Person" mentee ON mentee.id = e."personId" JOIN "Person" mentor ON mentor.id = p."mentorId"
    WHERE p.id = ANY(${ids}::uuid[]) AND pairing_forbidden(p) IS NOT NULL ORDER BY mentee.name, p.id LIMIT 1`;
  if (found) throw new UserError("pairings.refused.notAnyMore", found);
}
