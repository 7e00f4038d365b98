import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";

/** As many as one looks through; a longer piece of the name narrows them down. */
const shown = 12;

/**
 * Who can be asked to sign a launch off: by part of a name or e-mail address, or without one the managers of floors.
 * For organizers of the cohort; anybody else: not found.
 */
export async function signOffCandidates(actor: Actor, cohortId: string, text: string | undefined) {
  authorize("sign-offs.requestSignOff", await standingToCohort(db, actor, cohortId));
  const contains = holding(text ?? "");
  return db.person.findMany({
    where: {
      deactivatedAt: null,
      ...(text ? { OR: [{ name: contains }, { email: contains }] } : { managedFloors: { some: {} } }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: shown,
    select: { id: true, name: true, title: true, floor: { select: { name: true } } },
  });
}
