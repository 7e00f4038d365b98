import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findByName } from "@/lib/search/queries";
import { lookedFor } from "@/lib/search/rules";
import { resetDatabase } from "@/tests/support/database";
import { aCohort, actor, aFloor, aNomination, anEnrollment, aPairing, aPerson } from "@/tests/support/rows";

/** Two cohorts with a mentee called Ada in each; one has a manager, a mentor and an organizer. */
async function story() {
  const organizer = await aPerson({ name: "Amara Okafor", grant: "ENABLEMENT_MANAGER" });
  const stranger = await aPerson({ name: "Zoë Adler", grant: "ENABLEMENT_MANAGER" });
  const [manager, mentor, admin] = [await aPerson(), await aPerson(), await aPerson({ grant: "ADMIN" })];
  const floor = await aFloor([manager]);
  const cohort = await named("Autumn wave", await aCohort({ organizer, state: "ACTIVE", floors: [floor] }));
  const other = await named("Winter wave", await aCohort({ organizer: stranger, state: "ACTIVE" }));
  const mentee = await aPerson({ name: "Ada Lindqvist", floorId: floor.id });
  const ada = await anEnrollment(cohort, mentee, "ACTIVE");
  await anEnrollment(other, await aPerson({ name: "Ada Brandt" }), "ACTIVE");
  await aPairing(ada, await aNomination(cohort, floor, mentor));
  return { organizer, stranger, manager, mentor, admin, mentee, ada };
}

const named = (name: string, { id }: { id: string }) => db.cohort.update({ where: { id }, data: { name } });

beforeEach(resetDatabase);

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name).sort();

describe("finding by a name", () => {
  test("gives mentees to those whom they concern, whatever the case, each with their cohort", async () => {
    const { organizer, manager, mentor, stranger, mentee, admin, ada } = await story();
    for (const who of [organizer, manager, mentor, mentee]) {
      const { mentees } = await findByName(await actor(who), "aDA l");
      expect(mentees).toEqual([{ href: `/mentees/${ada.id}`, name: "Ada Lindqvist", detail: "Autumn wave" }]);
    }
    for (const who of [stranger, admin])
      expect((await findByName(await actor(who), "ada l")).mentees).toEqual([]);
  });

  test("gives cohorts to those who know of them", async () => {
    const { organizer, mentor, admin, mentee } = await story();
    expect(names((await findByName(await actor(organizer), "wave")).cohorts)).toEqual([
      "Autumn wave",
      "Winter wave",
    ]);
    for (const who of [mentor, mentee]) {
      expect(names((await findByName(await actor(who), "wave")).cohorts)).toEqual(["Autumn wave"]);
    }
    expect((await findByName(await actor(admin), "wave")).cohorts).toEqual([]);
  });

  test("gives people of the directory to those who may open it, and nobody who is deactivated", async () => {
    const { organizer, admin, mentor, manager, mentee } = await story();
    await aPerson({ name: "Ada Gone", deactivatedAt: new Date("2026-01-05") });
    for (const who of [organizer, admin]) {
      expect(names((await findByName(await actor(who), "ada")).people)).toEqual([
        "Ada Brandt",
        "Ada Lindqvist",
      ]);
    }
    for (const who of [mentor, manager, mentee]) {
      expect((await findByName(await actor(who), "ada")).people).toEqual([]);
    }
  });

  test("offers what each can do from anywhere, also before a letter is typed", async () => {
    const { organizer, admin, mentor, mentee } = await story();
    const deedsOf = async (who: { id: string }) => (await findByName(await actor(who), "")).deeds;
    expect(await deedsOf(organizer)).toEqual(["planCohort"]);
    expect(await deedsOf(mentor)).toEqual(["writeLogs"]);
    expect(await deedsOf(admin)).toEqual(["addPerson", "importPeople"]);
    expect(await deedsOf(mentee)).toEqual([]);
    expect((await findByName(await actor(organizer), "")).mentees).toEqual([]);
  });

  test("takes what was typed without the spaces around it, and a per cent sign for what it is", async () => {
    const { organizer } = await story();
    expect([lookedFor("  ada "), lookedFor(null), lookedFor("x".repeat(200)).length]).toEqual([
      "ada",
      "",
      80,
    ]);
    const { mentees, people } = await findByName(await actor(organizer), "%");
    expect([...mentees, ...people]).toEqual([]);
  });
});
