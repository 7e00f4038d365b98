import { addDays, type Day } from "@/lib/dates";
import { db } from "@/lib/db";
import { addFloor, setFloorManagers } from "@/lib/floors/commands";
import { addHoliday, setUpOrganization } from "@/lib/organization/commands";
import { addPerson } from "@/lib/people/commands";
import { installDefaultProgram } from "@/lib/programs/commands";
import { hashPassword } from "@/lib/sign-ins/password";
import type { GrantKind } from "@/prisma/generated/client";
import { type Character, emailOf, floorManagers, floors, leads, mentors } from "./people";
import { as, idOf, zone } from "./stage";

/** The first administrator is there before anybody could add them: the one row that no command writes. */
async function foundCompany(now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await setUpOrganization(tx, { name: "Brightline", timeZone: zone });
    await installDefaultProgram(tx);
    const { key, name, title } = leads.admin;
    await tx.person.create({
      data: {
        name,
        title,
        email: emailOf(key),
        timeZone: zone,
        createdAt: now,
        grants: { create: { kind: "ADMIN" } },
      },
    });
  });
}

type Hired = { key: string; name: string; title: string; years: number; zone?: string };

/** Adds somebody as the administrator does; `years` before a day is when they were hired. */
export async function employ(
  person: Hired,
  today: Day,
  where: { floorId: string | null; managerEmail: string | null },
  grants: GrantKind[] = [],
): Promise<void> {
  await addPerson(await as(leads.admin.key), {
    name: person.name,
    email: emailOf(person.key),
    title: person.title,
    ...where,
    hireDate: addDays(today, -Math.round(person.years * 365.25)),
    timeZone: person.zone ?? zone,
    grants,
    invite: false,
  });
}

/** Adds people to their floors; who starts on a later day is hired on it. */
export async function hire(
  people: readonly Character[],
  today: Day,
  grants: GrantKind[] = [],
): Promise<void> {
  const floorIds = new Map((await db.floor.findMany()).map((floor) => [floor.name, floor.id]));
  for (const person of people) {
    const manager = person.floor && floorManagers[person.floor].find((one) => one.key !== person.key);
    const floorId = (person.floor && floorIds.get(person.floor)) ?? null;
    const managerEmail = manager && !isFloorManager(person) ? emailOf(manager.key) : null;
    await employ(person, today, { floorId, managerEmail }, grants);
  }
}

const isFloorManager = (person: Character) => Object.values(floorManagers).flat().includes(person);

/** Public holidays on which nobody works: the planner steps over them. */
async function closeOn(today: Day): Promise<void> {
  const admin = await as(leads.admin.key);
  const year = Number(today.slice(0, 4));
  for (const each of [year - 1, year, year + 1]) {
    await addHoliday(admin, { day: `${each}-01-01` as Day, name: "New Year’s Day" });
    await addHoliday(admin, { day: `${each}-05-01` as Day, name: "Labour Day" });
    await addHoliday(admin, { day: `${each}-12-25` as Day, name: "Christmas Day" });
    await addHoliday(admin, { day: `${each}-12-26` as Day, name: "Second Day of Christmas" });
  }
}

/** Floors, managers and everybody who was there before the first cohort of the story. */
export async function buildCompany(today: Day, now: Date): Promise<void> {
  await foundCompany(now);
  const admin = await as(leads.admin.key);
  const floorIds: Record<string, string> = {};
  for (const name of floors) floorIds[name] = (await addFloor(admin, { name })).floorId;
  await closeOn(today);
  await hire([leads.enablement, leads.coOrganizer], today, ["ENABLEMENT_MANAGER"]);
  await hire([leads.trainer], today, ["TRAINER"]);
  for (const name of floors) {
    await hire(floorManagers[name], today);
    const personIds = await Promise.all(floorManagers[name].map((person) => idOf(person.key)));
    await setFloorManagers(admin, { floorId: floorIds[name] ?? "", personIds, seen: [] });
  }
  await hire([leads.functionLead, leads.sme, leads.salesSme, leads.assessor, leads.secondAssessor], today);
  await hire(mentors, today);
}

/** Gives everybody in the demo, or some of them, its password, which exists nowhere else. */
export async function givePasswords(password: string, keys?: readonly string[]): Promise<void> {
  await db.person.updateMany({
    where: { passwordHash: null, ...(keys ? { email: { in: keys.map(emailOf) } } : {}) },
    data: { passwordHash: await hashPassword(password) },
  });
}
