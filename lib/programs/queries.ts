import { cache } from "react";
import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const inOrder = { orderBy: { position: "asc" } } as const;
const published = { state: "PUBLISHED" } as const;

/** The programs that cohorts can run, by name, each with its newest published version. */
export async function listPrograms(actor: Actor) {
  authorize("programs.seePrograms", standing(actor));
  const programs = await db.program.findMany({
    where: { versions: { some: published } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      name: true,
      versions: {
        where: published,
        orderBy: { number: "desc" },
        take: 1,
        select: {
          number: true,
          purpose: true,
          programDays: true,
          preparationDays: true,
          _count: { select: { objectives: true, templates: true, skills: true } },
        },
      },
    },
  });
  return programs.flatMap(({ versions, ...program }) =>
    versions.map(({ _count, ...version }) => ({ ...program, ...version, counts: _count })),
  );
}

export type ListedProgram = Awaited<ReturnType<typeof listPrograms>>[number];

const versionSelect = {
  number: true,
  publishedAt: true,
  purpose: true,
  model: true,
  structure: true,
  programDays: true,
  preparationDays: true,
  tailDays: true,
  cap: true,
  logDueMinute: true,
  willingnessHours: true,
  mentorWill: true,
  mentorWont: true,
  menteeWill: true,
  menteeWont: true,
  trainingTopics: true,
  trainingValidMonths: true,
  scenarios: { ...inOrder, select: { id: true, title: true, prompt: true } },
  objectives: { ...inOrder, select: { id: true, kind: true, text: true, indicator: true, target: true } },
  modules: { ...inOrder, select: { id: true, title: true, summary: true, firstDay: true, lastDay: true } },
  skills: { ...inOrder, select: { id: true, name: true } },
  templates: {
    ...inOrder,
    select: {
      id: true,
      day: true,
      kind: true,
      audience: true,
      facilitatorRole: true,
      title: true,
      agenda: true,
      brief: true,
      material: true,
      startMinute: true,
      minutes: true,
      endMinute: true,
    },
  },
  milestones: { select: { key: true, phase: true, day: true, title: true, who: true } },
  rubric: {
    select: {
      name: true,
      number: true,
      passMark: true,
      maxLevel: true,
      criteria: {
        ...inOrder,
        select: { id: true, name: true, question: true, weight: true, mustReach: true, anchors: true },
      },
    },
  },
} satisfies Prisma.ProgramVersionSelect;

/** One program with everything of its newest published version. Refuses with "not found" what has none. */
export const getProgram = cache(async (actor: Actor, programId: string) => {
  authorize("programs.seePrograms", standing(actor));
  const program = await db.program.findUnique({
    where: { id: programId },
    select: {
      id: true,
      name: true,
      versions: { where: published, orderBy: { number: "desc" }, take: 1, select: versionSelect },
    },
  });
  const [version] = program?.versions ?? [];
  if (!program || !version) throw new NotFoundError();
  return { id: program.id, name: program.name, version };
});

export type ShownProgram = Awaited<ReturnType<typeof getProgram>>;
export type ShownVersion = ShownProgram["version"];

/** What a new cohort can run: each published version with what the back-planner needs of it, newest first. */
export async function plannableVersions(actor: Actor) {
  authorize("cohorts.createCohort", standing(actor));
  const versions = await db.programVersion.findMany({
    where: published,
    orderBy: [{ program: { name: "asc" } }, { number: "desc" }],
    select: {
      id: true,
      number: true,
      programDays: true,
      preparationDays: true,
      tailDays: true,
      program: { select: { id: true, name: true } },
      milestones: { select: { key: true, phase: true, day: true, title: true, who: true } },
    },
  });
  return versions.map(({ program, ...version }) => ({ ...version, programName: program.name }));
}

export type PlannableVersion = Awaited<ReturnType<typeof plannableVersions>>[number];
