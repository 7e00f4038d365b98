import { clock } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import { defaultProgram } from "@/lib/programs/default-program";
import type { ProgramContent, RubricContent } from "@/lib/programs/rules";

/** The program that was installed, and its published version. */
export type InstalledProgram = { programId: string; versionId: string };

/**
 * Installs the program that every installation starts with, published. Called again, or by two servers at once, it
 * leaves what is there and gives that.
 */
export function installDefaultProgram(tx: Tx): Promise<InstalledProgram> {
  return installProgram(tx, defaultProgram);
}

/**
 * Writes a whole program from its content: program, rubric and a first version, which is filled while it is a draft
 * and then published. A program of that name that exists already is left as it is.
 */
export async function installProgram(tx: Tx, content: ProgramContent): Promise<InstalledProgram> {
  const now = clock.now();
  // Whoever comes second waits here until the first is done, and then finds what it wrote.
  const { count } = await tx.program.createMany({
    data: { name: content.name, createdAt: now },
    skipDuplicates: true,
  });
  const program = await tx.program.findUniqueOrThrow({
    where: { name: content.name },
    select: { id: true, versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  const [latest] = program.versions;
  if (count === 0 && latest) return { programId: program.id, versionId: latest.id };

  const rubricVersionId = await writeRubric(tx, content.rubric, now);
  const versionId = await writeDraft(tx, { programId: program.id, rubricVersionId }, content, now);
  await writeParts(tx, versionId, content);
  await tx.programVersion.update({
    where: { id: versionId, state: "DRAFT" },
    data: { state: "PUBLISHED", publishedAt: now },
    select: { id: true },
  });
  return { programId: program.id, versionId };
}

async function writeRubric(tx: Tx, { criteria, ...rubric }: RubricContent, now: Date): Promise<string> {
  const { id } = await tx.rubricVersion.create({
    data: { ...rubric, number: 1, createdAt: now },
    select: { id: true },
  });
  await tx.criterion.createMany({
    data: criteria.map(({ anchors, ...criterion }, index) => ({
      ...criterion,
      anchors: [...anchors],
      rubricId: id,
      position: index,
    })),
  });
  return id;
}

async function writeDraft(
  tx: Tx,
  ids: { programId: string; rubricVersionId: string },
  content: ProgramContent,
  now: Date,
): Promise<string> {
  const { id } = await tx.programVersion.create({
    data: {
      ...ids,
      number: 1,
      purpose: content.purpose,
      model: content.model,
      structure: content.structure,
      programDays: content.programDays,
      preparationDays: content.preparationDays,
      tailDays: content.tailDays,
      cap: content.cap,
      logDueMinute: content.logDueMinute,
      willingnessHours: content.willingnessHours,
      mentorWill: [...content.mentorWill],
      mentorWont: [...content.mentorWont],
      menteeWill: [...content.menteeWill],
      menteeWont: [...content.menteeWont],
      trainingTopics: [...content.trainingTopics],
      trainingValidMonths: content.trainingValidMonths,
      icebreakers: [...content.icebreakers],
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}

async function writeParts(tx: Tx, versionId: string, content: ProgramContent): Promise<void> {
  const placed = <Part extends object>(parts: readonly Part[]) =>
    parts.map((part, index) => ({ ...part, versionId, position: index }));
  await tx.objective.createMany({ data: placed(content.objectives) });
  await tx.programModule.createMany({ data: placed(content.modules) });
  await tx.skill.createMany({ data: placed(content.skills.map((name) => ({ name }))) });
  await tx.trainingScenario.createMany({ data: placed(content.trainingScenarios) });
  await tx.sessionTemplate.createMany({
    data: placed(content.sessions.map((session) => ({ ...session, agenda: [...session.agenda] }))),
  });
  await tx.milestoneTemplate.createMany({
    data: content.milestones.map((milestone) => ({ ...milestone, versionId })),
  });
}
