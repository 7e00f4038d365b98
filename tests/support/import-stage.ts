import { expect } from "vitest";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { setUpOrganization } from "@/lib/organization/commands";
import { resetDatabase } from "./database";
import { mondayMorning } from "./rows";

/** An organization in Oslo, on a Monday morning, with nobody in it. */
export async function anEmptyCompany() {
  await resetDatabase();
  clock.set(mondayMorning);
  await transaction(db, (tx) => setUpOrganization(tx, { name: "Brightline", timeZone: "Europe/Oslo" }));
}

/** A refusal with the sentence of this key. */
export const refusal = (key: string) =>
  expect.objectContaining({ sentence: expect.objectContaining({ key }) });

export const lines = (...rows: string[]) => rows.join("\r\n");

/** Everybody there is, as a file of people could say it. */
export const people = async () =>
  (
    await db.person.findMany({
      orderBy: { email: "asc" },
      include: { grants: true, manager: true, floor: true },
    })
  ).map((person) => ({
    email: person.email,
    name: person.name,
    title: person.title,
    floor: person.floor?.name ?? null,
    manager: person.manager?.email ?? null,
    timeZone: person.timeZone,
    grants: person.grants.map((grant) => grant.kind).sort(),
  }));

/** A file that somebody looked at, of people or of a cohort's mentees; one that was committed wrote nobody. */
export async function anImport(
  byId: string,
  { cohortId, committed = false }: { cohortId?: string; committed?: boolean } = {},
) {
  const result = { added: 0, changed: 0, enrolled: 0 };
  return db.peopleImport.create({
    data: {
      byId,
      fileName: "people.csv",
      rows: { head: ["email", "name"], body: [] },
      columns: ["email", "name"],
      createdAt: mondayMorning,
      ...(cohortId ? { cohortId } : {}),
      ...(committed ? { committedAt: mondayMorning, written: { result, people: [], enrollments: [] } } : {}),
    },
  });
}
