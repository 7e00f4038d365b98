import type { Actor } from "@/lib/actor";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { authorize, may } from "@/lib/permissions";
import { standingToMentor } from "@/lib/profiles/standing";
import type { Prisma } from "@/prisma/generated/client";

const mostShown = 200;

/**
 * The mentor trainings that somebody completed, each once, and what they added of their own study, the latest first. For
 * the mentor, organizers and floor managers; null for their mentees. Anybody else: not found.
 */
export async function ownStudy(actor: Actor, personId: string) {
  const stands = await standingToMentor(db, actor, personId);
  if (!may(stands, "profiles.seeRecord")) {
    authorize("profiles.seeProfile", stands);
    return null;
  }
  const [trainings, entries] = await Promise.all([
    completedTrainings(personId),
    db.ownStudy.findMany({
      where: { personId, removedAt: null },
      orderBy: [{ day: "desc" }, { id: "desc" }],
      take: mostShown,
      select: { id: true, what: true, day: true, minutes: true, version: true },
    }),
  ]);
  return {
    trainings,
    entries: entries.map(({ day, minutes, ...entry }) => ({
      ...entry,
      day: toDay(day),
      hours: minutes / 60,
    })),
  };
}

const trainedSelect = {
  id: true,
  trainedAt: true,
  list: {
    select: {
      cohort: {
        select: { name: true, timeZone: true, version: { select: { program: { select: { name: true } } } } },
      },
    },
  },
} satisfies Prisma.MentorNominationSelect;

/** Where a training counts for later cohorts as well, it was completed for the first. */
async function completedTrainings(personId: string) {
  const trained = await db.mentorNomination.findMany({
    where: { personId, training: "COMPLETED", trainedFromId: null, trainedAt: { not: null } },
    orderBy: { trainedAt: "desc" },
    take: mostShown,
    select: trainedSelect,
  });
  return trained.flatMap(({ id, trainedAt, list: { cohort } }) => {
    if (!trainedAt) return [];
    const { program } = cohort.version;
    return [{ id, program: program.name, cohort: cohort.name, day: dayAt(trainedAt, cohort.timeZone) }];
  });
}

export type ShownStudy = NonNullable<Awaited<ReturnType<typeof ownStudy>>>;
export type StudyEntry = ShownStudy["entries"][number];
