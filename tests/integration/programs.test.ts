import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { db, transaction } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { installDefaultProgram } from "@/lib/programs/commands";
import { defaultProgram } from "@/lib/programs/default-program";
import { getProgram, listPrograms, plannableVersions } from "@/lib/programs/queries";
import { resetDatabase } from "@/tests/support/database";
import { actor, aPerson, mondayMorning } from "@/tests/support/rows";

const install = () => transaction(db, installDefaultProgram);

beforeEach(async () => {
  await resetDatabase();
  clock.set(mondayMorning);
});

describe("the default program", () => {
  it("is installed whole, as a published first version", async () => {
    const { versionId } = await install();
    const version = await db.programVersion.findUniqueOrThrow({
      where: { id: versionId },
      include: {
        program: true,
        objectives: { orderBy: { position: "asc" } },
        modules: true,
        skills: { orderBy: { position: "asc" } },
        templates: { orderBy: { position: "asc" } },
        milestones: true,
        rubric: { include: { criteria: { orderBy: { position: "asc" } } } },
      },
    });
    expect(version).toMatchObject({ number: 1, state: "PUBLISHED", publishedAt: mondayMorning });
    expect(version.program.name).toBe(defaultProgram.name);
    expect(version.objectives.map((one) => one.text)).toEqual(
      defaultProgram.objectives.map((one) => one.text),
    );
    expect(version.skills.map((one) => one.name)).toEqual(defaultProgram.skills);
    expect(version.templates).toHaveLength(defaultProgram.sessions.length);
    expect(version.templates[3]).toMatchObject(defaultProgram.sessions[3] ?? {});
    expect(version.milestones).toHaveLength(defaultProgram.milestones.length);
    expect(version.modules).toHaveLength(defaultProgram.modules.length);
    expect(version.rubric.criteria.map((one) => one.weight)).toEqual(
      defaultProgram.rubric.criteria.map((one) => one.weight),
    );
    expect(version.rubric.usedAt).toBeNull();
  });

  it("is installed once, also by two servers that start at the same time", async () => {
    const installed = await Promise.all([install(), install(), install()]);
    expect(new Set(installed.map((one) => one.versionId)).size).toBe(1);
    expect(await install()).toEqual(installed[0]);
    expect(await db.programVersion.count()).toBe(1);
    expect(await db.rubricVersion.count()).toBe(1);
  });
});

describe("a published version never changes, whoever asks", () => {
  const refusals: [string, (versionId: string) => Promise<unknown>][] = [
    ["its purpose", (id) => db.$executeRaw`UPDATE "ProgramVersion" SET purpose = 'x' WHERE id = ${id}::uuid`],
    [
      "back to a draft",
      (id) => db.$executeRaw`UPDATE "ProgramVersion" SET state = 'DRAFT' WHERE id = ${id}::uuid`,
    ],
    ["gone", (id) => db.$executeRaw`DELETE FROM "ProgramVersion" WHERE id = ${id}::uuid`],
    [
      "an objective",
      (id) => db.$executeRaw`UPDATE "Objective" SET text = 'x' WHERE "versionId" = ${id}::uuid`,
    ],
    ["a session", (id) => db.$executeRaw`DELETE FROM "SessionTemplate" WHERE "versionId" = ${id}::uuid`],
    [
      "a milestone",
      (id) => db.$executeRaw`UPDATE "MilestoneTemplate" SET day = 1 WHERE "versionId" = ${id}::uuid`,
    ],
    [
      "a module",
      (id) => db.$executeRaw`UPDATE "ProgramModule" SET title = 'x' WHERE "versionId" = ${id}::uuid`,
    ],
    ["a skill more", (versionId) => db.skill.create({ data: { versionId, position: 99, name: "Singing" } })],
  ];

  it("is not emptied by moving its parts to a draft", async () => {
    const { versionId } = await install();
    const draft = { id: randomUUID(), number: 2, state: "DRAFT", publishedAt: null };
    await db.$executeRaw`INSERT INTO "ProgramVersion" SELECT (jsonb_populate_record(v, ${draft}::jsonb)).*
      FROM "ProgramVersion" v`;
    const move = db.$executeRaw`UPDATE "Objective" SET "versionId" = ${draft.id}::uuid
      WHERE "versionId" = ${versionId}::uuid`;
    await expect(move).rejects.toThrow(/version_published/);
  });

  it.each(refusals)("%s", async (_what, change) => {
    const { versionId } = await install();
    await expect(change(versionId)).rejects.toThrow(/version_published|state_edge/);
  });
});

describe("reading programs", () => {
  it("shows enablement managers each program with its published version", async () => {
    const { programId, versionId } = await install();
    const manager = await actor(await aPerson({ grant: "ENABLEMENT_MANAGER" }));
    const [listed] = await listPrograms(manager);
    expect(listed).toMatchObject({ id: programId, name: defaultProgram.name, programDays: 10 });
    expect(listed?.counts.templates).toBe(defaultProgram.sessions.length);
    const { version } = await getProgram(manager, programId);
    expect(version.templates.map((one) => one.title)).toEqual(
      defaultProgram.sessions.map((one) => one.title),
    );
    expect((await plannableVersions(manager)).map((one) => one.id)).toEqual([versionId]);
  });

  it("is not found by anybody else, nor what is not there by anybody", async () => {
    const { programId } = await install();
    for (const grant of ["ADMIN", "TRAINER", undefined] as const) {
      const other = await actor(await aPerson(grant ? { grant } : {}));
      await expect(listPrograms(other)).rejects.toThrow(NotFoundError);
      await expect(getProgram(other, programId)).rejects.toThrow(NotFoundError);
      await expect(plannableVersions(other)).rejects.toThrow(NotFoundError);
    }
    const manager = await actor(await aPerson({ grant: "ENABLEMENT_MANAGER" }));
    await expect(getProgram(manager, crypto.randomUUID())).rejects.toThrow(NotFoundError);
  });
});
