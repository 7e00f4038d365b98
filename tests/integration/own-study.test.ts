import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { fromDatabase, NotFoundError } from "@/lib/errors";
import { addStudy, changeStudy, removeStudy } from "@/lib/own-study/commands";
import { ownStudy } from "@/lib/own-study/queries";
import { recorded, refused } from "@/tests/support/mentor-stage";
import { aPairingStage, type PairingStage } from "@/tests/support/pairing-stage";
import { aCohort, aNomination, aPairing, mondayMorning } from "@/tests/support/rows";

let stage: PairingStage;
beforeEach(async () => {
  stage = await aPairingStage();
  const { id } = stage.people.mentor;
  await db.person.update({ where: { id }, data: { floorId: stage.floor.id } });
});
afterAll(() => clock.run());

const book = { what: "A book on pricing", day: "2026-02-27", hours: 4.5 } as const;
const seen = async () => (await ownStudy(stage.actors.mentor, stage.people.mentor.id))?.entries ?? [];
/** The one entry that the mentor added. */
async function anEntry() {
  await addStudy(stage.actors.mentor, book);
  const [entry] = await seen();
  if (!entry) throw new Error("nothing was added");
  return entry;
}

describe("an own study", () => {
  test("is added, changed, removed and brought back by whose it is, each time with a record", async () => {
    const { mentor } = stage.actors;
    const entry = await anEntry();
    expect(entry).toMatchObject({ ...book, version: 1 });
    await changeStudy(mentor, { ...book, studyId: entry.id, seen: 1, hours: 6 });
    expect(await seen()).toMatchObject([{ hours: 6, version: 2 }]);
    await removeStudy(mentor, { studyId: entry.id, removed: true });
    expect(await seen()).toEqual([]);
    await removeStudy(mentor, { studyId: entry.id, removed: false });
    expect(await seen()).toMatchObject([{ hours: 6 }]);
    expect(await recorded("own-study.addStudy")).toBe(1);
    expect(await recorded("own-study.changeStudy")).toBe(1);
    expect(await recorded("own-study.removeStudy")).toBe(2);
  });

  test("of somebody else is not found", async () => {
    const { organizer, manager, stranger } = stage.actors;
    const { id: studyId } = await anEntry();
    for (const who of [organizer, manager, stranger]) {
      await expect(changeStudy(who, { ...book, studyId, seen: 1 })).rejects.toBeInstanceOf(NotFoundError);
      await expect(removeStudy(who, { studyId, removed: true })).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(await seen()).toMatchObject([book]);
  });

  test("is changed once by two windows at once, and not after it was removed", async () => {
    const { mentor } = stage.actors;
    const { id: studyId } = await anEntry();
    const change = (hours: number, version: number) =>
      changeStudy(mentor, { ...book, studyId, seen: version, hours });
    const both = await Promise.allSettled([change(2, 1), change(3, 1)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await removeStudy(mentor, { studyId, removed: true });
    await expect(change(5, 2)).rejects.toEqual(refused("errors.somebodyFaster"));
    await expect(removeStudy(mentor, { studyId, removed: true })).rejects.toEqual(
      refused("errors.somebodyFaster"),
    );
  });

  test("has been, where its mentor is: not on a day that is still to come", async () => {
    const { mentor } = stage.actors;
    clock.set(instantAt("2026-03-02", 23 * 60 + 30, "Europe/Berlin"));
    await addStudy(mentor, { ...book, day: "2026-03-02" });
    await expect(addStudy(mentor, { ...book, day: "2026-03-03" })).rejects.toEqual(
      refused("own-study.refused.ahead"),
    );
  });

  test("is kept by the database within what it can be", async () => {
    const personId = stage.people.mentor.id;
    const create = (given: { what?: string; day?: string; minutes?: number }) =>
      db.ownStudy
        .create({
          data: {
            personId,
            what: given.what ?? "A talk",
            day: new Date(given.day ?? "2026-03-01"),
            minutes: given.minutes ?? 60,
            changedAt: mondayMorning,
          },
        })
        .catch((error) => Promise.reject(fromDatabase(error)));
    await expect(create({ what: " " })).rejects.toEqual(refused("own-study.invalid.what"));
    await expect(create({ minutes: 20 })).rejects.toEqual(refused("own-study.invalid.hours"));
    await expect(create({ day: "2026-03-04" })).rejects.toEqual(refused("own-study.refused.ahead"));
    await create({});
  });

  test("stands beside completed mentor trainings, each once however often it counts", async () => {
    const { organizer, mentor } = stage.people;
    const later = await aCohort({ organizer, startsOn: "2026-05-04" });
    const carried = await aNomination(later, stage.floor, mentor, { training: "NOT_STARTED" });
    const trained = await db.mentorNomination.findUniqueOrThrow({ where: { id: stage.nomination.id } });
    expect(trained.training).toBe("COMPLETED");
    const study = await ownStudy(stage.actors.mentor, mentor.id);
    expect(study?.trainings).toMatchObject([{ id: trained.id, cohort: stage.cohort.name }]);
    expect(study?.trainings.map(({ id }) => id)).not.toContain(carried.id);
  });

  test("is seen by the mentor, organizers and the floor's managers, not by their mentees and nobody else", async () => {
    const { mentor, organizer, manager, mentee, stranger } = stage.actors;
    await anEntry();
    for (const who of [mentor, organizer, manager]) {
      expect((await ownStudy(who, mentor.personId))?.entries, who.name).toMatchObject([book]);
    }
    await aPairing(stage.first, stage.nomination, "ACTIVE");
    expect(await ownStudy(mentee, mentor.personId)).toBeNull();
    await expect(ownStudy(stranger, mentor.personId)).rejects.toBeInstanceOf(NotFoundError);
  });
});
