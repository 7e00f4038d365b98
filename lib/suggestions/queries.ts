import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { loadMatching } from "@/lib/matching/queries";
import { authorize } from "@/lib/permissions";
import { toSuggestions } from "@/lib/suggestions/explained";

/** What is suggested in a cohort, why, and who cannot be paired. For its organizers. Anybody else: not found. */
export async function getSuggestions(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  return toSuggestions(await loadMatching(db, cohortId));
}
