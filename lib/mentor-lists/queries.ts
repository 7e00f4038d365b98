import { managesAll, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const open = { in: ["REQUESTED", "REOPENED"] } satisfies Prisma.EnumMentorListStateFilter;

/** The open lists of one's own floor on which one is not yet: where one can propose oneself. */
export async function listsToJoin(actor: Actor) {
  if (!actor.floorId) return [];
  return db.mentorList.findMany({
    where: {
      floorId: actor.floorId,
      state: open,
      cohort: { state: { in: ["DRAFT", "PLANNING", "READY"] } },
      nominations: { none: { personId: actor.personId } },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, floorId: true, dueAt: true, cohort: { select: { id: true, name: true } } },
  });
}

export type ListToJoin = Awaited<ReturnType<typeof listsToJoin>>[number];

/** The lists that floors owe or gave to cohorts that are not over, the next deadline first. */
export async function listsOfFloors(actor: Actor, floorIds: string[]) {
  const lists = await db.mentorList.findMany({
    where: {
      AND: [
        managesAll(actor, floorIds) ? {} : visibleTo.lists(actor),
        { floorId: { in: floorIds }, cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
      ],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      state: true,
      dueAt: true,
      floor: { select: { id: true, name: true } },
      cohort: { select: { id: true, name: true, state: true, startsOn: true } },
      nominations: { select: { decision: true, personId: true } },
    },
  });
  return lists.map(({ nominations, cohort, ...list }) => ({
    ...list,
    cohort: { ...cohort, startsOn: toDay(cohort.startsOn) },
    proposed: nominations.filter(({ decision }) => decision === "PROPOSED").length,
    approved: nominations.filter(({ decision }) => decision === "APPROVED").length,
    people: nominations.filter(({ decision }) => decision !== "WITHDRAWN").length,
  }));
}

export type FloorList = Awaited<ReturnType<typeof listsOfFloors>>[number];
