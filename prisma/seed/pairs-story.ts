import { agreeGoal, changeGoal, proposeGoal, signExpectations } from "@/lib/agreements/commands";
import type { Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { reassignPairing } from "@/lib/handovers/commands";
import { nominationOf } from "./cohort-story";
import { leads } from "./people";
import { as, at, idOf, workday } from "./stage";

/** The pairing of a mentee that goes on now. */
async function pairingOf(cohortId: string, mentee: string) {
  const personId = await idOf(mentee);
  return db.pairing.findFirstOrThrow({
    where: { cohortId, kind: "LEAD", state: "ACTIVE", enrollment: { personId } },
    select: { id: true },
  });
}

/** On the first day mentors and mentees sign what is expected of them; two have not got round to it. */
async function sign(cohortId: string, pairs: Record<string, string>, late: readonly string[]) {
  for (const [mentee, mentor] of Object.entries(pairs)) {
    const { id: pairingId } = await pairingOf(cohortId, mentee);
    for (const key of [mentee, mentor]) {
      if (!late.includes(key)) await signExpectations(await as(key), { pairingId });
    }
  }
}

/** What each pair wants to reach: agreed, changed and agreed anew, and one that still waits for the mentee. */
export async function agree(cohortId: string, startsOn: Day, pairs: Record<string, string>): Promise<void> {
  at(startsOn, "09:40");
  await sign(cohortId, pairs, ["kwame.mensah", "oskar.nilsson"]);
  const dueOn = await workday(startsOn, 9);
  const own = { pairingId: (await pairingOf(cohortId, "mentee")).id };
  at(startsOn, "10:05");
  const calls = { indicator: "Discovery calls led alone in a day", baseline: "0", target: "5", dueOn };
  const first = await proposeGoal(await as("mentor"), { ...own, ...calls });
  at(startsOn, "10:15");
  const changed = await changeGoal(await as("mentee"), { ...first, ...calls, target: "4" });
  await agreeGoal(await as("mentor"), changed);
  at(startsOn, "16:30");
  const crm = {
    indicator: "Calls in the CRM on the same day",
    baseline: "Not measured",
    target: "All of them",
    dueOn,
  };
  await proposeGoal(await as(leads.enablement.key), { ...own, ...crm });
  const kwame = { pairingId: (await pairingOf(cohortId, "kwame.mensah")).id };
  const objections = {
    indicator: "Objections answered without help in the role-play",
    baseline: "2 of 8",
    target: "6 of 8",
    dueOn: await workday(startsOn, 4),
  };
  await proposeGoal(await as("tomas.kovac"), { ...kwame, ...objections });
}

/** In the evening a mentee gets another mentor, for no fault of anybody. */
export async function handOver(cohortId: string, day: Day, mentee: string, next: string): Promise<void> {
  at(day, "18:30");
  const { id: pairingId } = await pairingOf(cohortId, mentee);
  await reassignPairing(await as(leads.enablement.key), {
    pairingId,
    nominationId: (await nominationOf(cohortId, next)).id,
    reason: "Her biggest customer renews next week: she is travelling until Friday.",
    note: "He asked to see how a renewal is prepared. Promised for Thursday.",
  });
}
