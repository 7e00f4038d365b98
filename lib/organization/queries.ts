import { setTimeout as wait } from "node:timers/promises";
import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type Day, toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { authorize } from "@/lib/permissions";

const answersWithin = 2_000;

/** Whether the database answers, and soon: what a load balancer asks before it sends somebody here. */
export async function canAnswer(): Promise<boolean> {
  const given = new AbortController();
  const late = wait(answersWithin, false, { ref: false, signal: given.signal }).catch(() => false);
  const asked = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => given.abort());
}

/** The days on which the organization does not work, each with its name: what the back-planner steps over. */
export async function holidayMap(on: Db): Promise<Map<Day, string>> {
  const holidays = await on.holiday.findMany({ orderBy: { day: "asc" } });
  return new Map(holidays.map((holiday) => [toDay(holiday.day), holiday.name]));
}

/** What the organization is called, for pages that everybody may see; null before it is set up. */
export async function organizationName(): Promise<string | null> {
  const organization = await db.organization.findUnique({ where: { id: 1 }, select: { name: true } });
  return organization?.name ?? null;
}

/** The zone that new people and cohorts start from; null before the organization is set up. */
export async function organizationTimeZone(on: Db = db): Promise<string | null> {
  const organization = await on.organization.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return organization?.timeZone ?? null;
}

/** Name, zone and holidays, for those who keep the holidays. Anybody else: not found. */
export async function getOrganization(actor: Actor) {
  authorize("organization.addHoliday", standing(actor));
  const [organization, holidays] = await Promise.all([
    db.organization.findUniqueOrThrow({ where: { id: 1 }, select: { name: true, timeZone: true } }),
    holidayMap(db),
  ]);
  return { ...organization, holidays: [...holidays].map(([day, name]) => ({ day, name })) };
}
