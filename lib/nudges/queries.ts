import { type Db, db } from "@/lib/db";
import type { NudgeCalendar } from "@/lib/nudges/rules";
import { holidayMap, organizationTimeZone } from "@/lib/organization/queries";

/** The working days that nudges are counted by: those of the organization. */
export async function nudgeCalendar(on: Db = db): Promise<NudgeCalendar> {
  const zone = (await organizationTimeZone(on)) ?? "UTC";
  return { zone, holidays: await holidayMap(on) };
}
