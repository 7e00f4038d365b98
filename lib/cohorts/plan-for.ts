import { type Plan, planCohort } from "@/lib/cohorts/planner";
import type { Day } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { holidayMap } from "@/lib/organization/queries";

/**
 * The plan that a cohort would be saved with. Refuses, beside its field, a program that is not published and a
 * certification date that does not work or whose first day has passed.
 */
export async function planFor(
  on: Db,
  input: { versionId: string; certificationDate: Day; timeZone: string },
  today: Day,
): Promise<Plan> {
  const [version, holidays] = await Promise.all([
    on.programVersion.findFirst({
      where: { id: input.versionId, state: "PUBLISHED" },
      select: { programDays: true, preparationDays: true, tailDays: true, milestones: true },
    }),
    holidayMap(on),
  ]);
  if (!version) throw new UserError("cohorts.refused.programGone", undefined, { field: "versionId" });
  const { certificationDate, timeZone: zone } = input;
  const { milestones, ...shape } = version;
  const result = planCohort({ certificationDate, shape, milestones, holidays, zone, today });
  const field = { field: "certificationDate" };
  if (!result.plan) throw new UserError(result.refusal.key, result.refusal.values, field);
  const begun = result.plan.startsOn < today && result.clashes.find((clash) => clash.kind === "PAST");
  if (begun) throw new UserError(begun.sentence.key, begun.sentence.values, field);
  return result.plan;
}
