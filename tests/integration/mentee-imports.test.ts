import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { launchCohort } from "@/lib/cohorts/commands";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { commitImport, mapImport, previewImport, undoImport } from "@/lib/mentee-imports/commands";
import { getMenteeImport, recentMenteeImports } from "@/lib/mentee-imports/queries";
import { aCohortStage, type CohortStage, recorded, refusal, staff, told } from "@/tests/support/cohort-stage";
import { actor, aPerson } from "@/tests/support/rows";

let stage: CohortStage;
let cohortId: string;
beforeEach(async () => {
  stage = await aCohortStage();
  const { newcomer } = stage.people;
  newcomer.email = "wang.xiaoming@test.example";
  await db.person.update({ where: { id: newcomer.id }, data: { email: newcomer.email } });
  cohortId = await stage.create({ menteeIds: [stage.people.mentee.id] });
});

const preview = async (text: string, who = stage.organizer) =>
  (await previewImport(who, { cohortId, fileName: "mentees.csv", text })).importId;
const look = (importId: string, who = stage.organizer) => getMenteeImport(who, cohortId, importId);
const mentees = async () =>
  (
    await db.enrollment.findMany({
      where: { cohortId },
      include: { person: true },
      orderBy: { person: { email: "asc" } },
    })
  ).map(({ person, state }) => [person.email, state]);
const problems = async (importId: string, who = stage.organizer) =>
  (await look(importId, who)).problems.first.map((one) => [one.line, one.sentence.key]);

/** An organizer who is an administrator as well: one who may add people. */
async function adminToo() {
  await db.grant.create({ data: { personId: stage.organizer.personId, kind: "ADMIN" } });
  return actor({ id: stage.organizer.personId });
}

describe("mentees by file", () => {
  it("are found by their address, and nobody is enrolled before it is committed", async () => {
    const { newcomer, mentee } = stage.people;
    const importId = await preview(
      `Mail,Name\n${newcomer.email.toUpperCase()},Somebody Else\n${mentee.email},`,
    );
    const shown = await look(importId);
    expect(shown.rows.map((row) => row.effect)).toEqual(["enrolled", "same"]);
    expect(shown.problems.count).toBe(0);
    expect(await mentees()).toHaveLength(1);
    expect(await commitImport(stage.organizer, { importId })).toEqual({ enrolled: 1, added: 0 });
    expect(await mentees()).toContainEqual([newcomer.email, "ENROLLED"]);
    // What the file says of somebody who is here is not an organizer's to change.
    expect(await db.person.findUnique({ where: { id: newcomer.id } })).toMatchObject({ name: newcomer.name });
    const enrollment = await db.enrollment.findFirstOrThrow({
      where: { personId: newcomer.id },
      include: { sessions: true },
    });
    expect(enrollment.sessions.length).toBeGreaterThan(0);
    expect(await told("enrolled")).toContain(newcomer.name);
    expect(await recorded("mentee-imports.commitImport")).toMatchObject([
      { cohortId, data: { enrolled: 1, added: 0 } },
    ]);
    expect(await refusal(commitImport(stage.organizer, { importId }))).toBe("imports.refused.done");
    expect(await recentMenteeImports(stage.organizer, cohortId)).toMatchObject([{ id: importId }]);
  });

  it("who are new need an administrator", async () => {
    const importId = await preview("email,name\nnoor@test.example,Noor");
    expect(await problems(importId)).toEqual([[2, "imports.wrong.nobodyHere"]]);
    expect(await refusal(commitImport(stage.organizer, { importId }))).toBe("imports.refused.problems");
    const both = await adminToo();
    expect(await problems(importId, both)).toEqual([]);
    expect(await commitImport(both, { importId })).toEqual({ enrolled: 1, added: 1 });
    expect(await mentees()).toContainEqual(["noor@test.example", "ENROLLED"]);
    expect(await db.person.findUnique({ where: { email: "noor@test.example" } })).toMatchObject({
      name: "Noor",
    });
  });

  it("who cannot become mentees are named with the reason, by row", async () => {
    const { organizer } = stage.people;
    const gone = await aPerson({ deactivatedAt: clock.now() });
    const other = await stage.create({ name: "Other", menteeIds: [stage.people.newcomer.id] });
    expect(other).not.toBe(cohortId);
    const rows = [organizer.email, gone.email, stage.people.newcomer.email, "", organizer.email];
    const importId = await preview(`email,name\n${rows.map((email) => `${email},X`).join("\n")}`);
    expect(await problems(importId)).toEqual([
      [2, "cohorts.refused.menteeOrganizes"],
      [3, "cohorts.refused.personGone"],
      [4, "cohorts.refused.menteeElsewhere"],
      [5, "imports.wrong.noEmail"],
      [6, "imports.wrong.twice"],
      [6, "cohorts.refused.menteeOrganizes"],
    ]);
    const before = await mentees();
    expect(await refusal(commitImport(stage.organizer, { importId }))).toBe("imports.refused.problems");
    expect(await mentees()).toEqual(before);
  });

  it("come in columns that the organizer names, and no column gives grants", async () => {
    const importId = await preview(`who,grants\n${stage.people.newcomer.email},admin`);
    expect((await look(importId)).refusal).toMatchObject({ key: "imports.refused.missing.email" });
    await expect(mapImport(stage.organizer, { importId, columns: ["email", "grants"] })).rejects.toThrow(
      NotFoundError,
    );
    await mapImport(stage.organizer, { importId, columns: ["email", null] });
    expect(await commitImport(stage.organizer, { importId })).toEqual({ enrolled: 1, added: 0 });
  });

  it("are the organizer's who looked at the file, and not an import of people", async () => {
    const importId = await preview(`email\n${stage.people.newcomer.email}`);
    const stranger = await actor(await aPerson({ grant: "ENABLEMENT_MANAGER" }));
    await expect(look(importId, stranger)).rejects.toThrow(NotFoundError);
    await expect(commitImport(stranger, { importId })).rejects.toThrow(NotFoundError);
    await db.cohortOrganizer.deleteMany({ where: { cohortId, personId: stage.organizer.personId } });
    await expect(commitImport(stage.organizer, { importId })).rejects.toThrow(NotFoundError);
  });

  it("are at most as many as a cohort takes in one go", async () => {
    const rows = Array.from({ length: 201 }, (_, row) => `p${row}@test.example`);
    expect(await refusal(preview(`email\n${rows.join("\n")}`))).toBe("imports.refused.tooMany");
  });
});

describe("undoing an import of mentees", () => {
  it("takes out whom it enrolled, with their sessions, so that they can be added again", async () => {
    const { newcomer } = stage.people;
    const before = { mentees: await mentees(), sessions: await db.session.count() };
    const text = `email\n${newcomer.email}`;
    const importId = await preview(text);
    await commitImport(stage.organizer, { importId });
    expect(await undoImport(stage.organizer, { importId })).toMatchObject({ removed: 1, left: [] });
    expect({ mentees: await mentees(), sessions: await db.session.count() }).toEqual(before);
    expect(await told("withdrawn")).toEqual([newcomer.name]);
    expect(await refusal(undoImport(stage.organizer, { importId }))).toBe("imports.refused.undone");
    expect((await look(importId)).undone).toMatchObject({ removed: 1 });
    const again = await preview(text);
    expect(await commitImport(stage.organizer, { importId: again })).toEqual({ enrolled: 1, added: 0 });
  });

  it("closes the accounts it added, where one may; else they stay and are named", async () => {
    const both = await adminToo();
    const text = (name: string) => `email,name\n${name}@test.example,${name}`;
    const first = await preview(text("noor"), both);
    await commitImport(both, { importId: first });
    expect(await undoImport(both, { importId: first })).toMatchObject({
      removed: 1,
      deactivated: 1,
      left: [],
    });
    const second = await preview(text("omar"), both);
    await commitImport(both, { importId: second });
    await db.grant.deleteMany({ where: { personId: both.personId, kind: "ADMIN" } });
    const undone = await undoImport(await actor({ id: both.personId }), { importId: second });
    expect(undone).toMatchObject({
      removed: 1,
      deactivated: 0,
      left: [{ name: "omar", sentence: { key: "imports.left.administrator" } }],
    });
    expect(await mentees()).toHaveLength(1);
  });

  it("leaves who is in the program by now", async () => {
    const { newcomer } = stage.people;
    const importId = await preview(`email\n${newcomer.email}`);
    await commitImport(stage.organizer, { importId });
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    expect(await undoImport(stage.organizer, { importId })).toMatchObject({
      removed: 0,
      left: [{ name: newcomer.name, sentence: { key: "imports.left.inProgram" } }],
    });
    expect(await mentees()).toHaveLength(2);
  });

  it("leaves who has a mentor by now, before the launch as well", async () => {
    const other = await aPerson({ name: "Olu" });
    const importId = await preview(`email\n${stage.people.newcomer.email}`);
    await commitImport(stage.organizer, { importId });
    await staff(stage, cohortId);
    const second = await preview(`email\n${other.email}`);
    await commitImport(stage.organizer, { importId: second });
    expect(await undoImport(stage.organizer, { importId })).toMatchObject({ removed: 0, left: [{}] });
    expect(await undoImport(stage.organizer, { importId: second })).toMatchObject({ removed: 1, left: [] });
  });
});
