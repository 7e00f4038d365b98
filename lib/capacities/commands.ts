import type { Actor } from "@/lib/actor";
import { type Db, db, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import {
  listPath,
  managersOf,
  reachNomination,
  recordOnList,
  tellOfList,
  writeNomination,
} from "@/lib/mentors/commands";
import { capacityRefusal, cohortRefusal } from "@/lib/mentors/rules";
import type { SetCapacity } from "./schema";

/**
 * Sets how many mentees an approved mentor can have, over the program's cap too when a reason is given: it stays beside
 * the number and in the history. The mentor and the managers of the floor are told. Refuses who is not approved, fewer
 * than the mentees they have, and going over the cap without a reason.
 */
export async function setCapacity(actor: Actor, input: SetCapacity, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "capacities.setCapacity", input.nominationId);
    const { id, list, decision, person, personId } = nomination;
    const { capacity } = input;
    refuse(cohortRefusal(list.cohort.state));
    if (decision !== "APPROVED") throw new UserError("mentors.refused.notApproved", { decision });
    const { cap } = list.cohort.version;
    const over = capacity > cap;
    if (capacityRefusal(capacity, cap, input.reason)) {
      throw new UserError("capacities.refused.overCap", { cap }, { field: "reason" });
    }
    await writeNomination(tx, nomination, { capacity, overCapReason: over ? input.reason : null });
    const data = { person: person.name, capacity, cap, over: over ? "yes" : "no" };
    const why: Record<string, string> = over ? { reason: input.reason } : {};
    await recordOnList(tx, actor, "capacities.setCapacity", list, { ...data, ...why }, id);
    const told = { ...data, ...why, actor: actor.name };
    await tellOfList(tx, actor, "capacitySet", list, [personId], `/nominations/${id}`, {
      ...told,
      self: "yes",
    });
    const managers = managersOf(list).filter((one) => one !== personId);
    await tellOfList(tx, actor, "capacitySet", list, managers, listPath(list), { ...told, self: "no" });
  });
}
