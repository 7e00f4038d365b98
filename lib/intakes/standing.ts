import { standing, standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { Relation } from "@/lib/permissions";

/** What somebody is to a mentee's intake. A trainer knows every mentee, whatever else they are to them. */
export async function standingToIntake(on: Db, actor: Actor, enrollmentId: string): Promise<Set<Relation>> {
  try {
    return await standingToMentee(on, actor, enrollmentId);
  } catch (error) {
    if (!(error instanceof NotFoundError) || !actor.grants.includes("TRAINER")) throw error;
  }
  const found = await on.enrollment.findUnique({ where: { id: enrollmentId }, select: { id: true } });
  if (!found) throw new NotFoundError();
  return standing(actor);
}
