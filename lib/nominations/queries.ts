import { standingToCohort, standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { gapsOf, rankNextBest } from "@/lib/nominations/next-best";
import { mentorRecords } from "@/lib/pairings/queries";
import { authorize } from "@/lib/permissions";
import { meanLevel } from "@/lib/scorecards/rules";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

/** One page of people to choose from. */
const mostFound = 40;

/** People of the list's floor who are not on it yet and are no mentee of its cohort, who is here longest first; at most a page. */
export async function findProposable(actor: Actor, listId: string, search: string) {
  authorize("nominations.proposeMentors", await standingToList(db, actor, listId));
  const list = await db.mentorList.findUniqueOrThrow({
    where: { id: listId },
    select: { cohortId: true, floorId: true },
  });
  const people = await db.person.findMany({
    where: {
      floorId: list.floorId,
      deactivatedAt: null,
      pauses: { none: { endedAt: null } },
      nominations: { none: { listId } },
      enrollments: { none: { cohortId: list.cohortId, state: { not: "WITHDRAWN" } } },
      ...(search ? { name: holding(search) } : {}),
    },
    orderBy: [{ hireDate: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
    take: mostFound + 1,
    select: { id: true, name: true, title: true },
  });
  return { people: people.slice(0, mostFound), more: people.length > mostFound };
}

/** As many are shown for each floor: more would be the whole list again. */
const mostShown = 3;

const gapSelect = {
  id: true,
  state: true,
  floor: { select: { id: true, name: true } },
  cohort: { select: { id: true, state: true } },
  nominations: {
    where: { decision: { in: ["APPROVED", "PROPOSED"] } },
    select: {
      id: true,
      kind: true,
      decision: true,
      willingness: true,
      hoursPerWeek: true,
      capacity: true,
      invitedAt: true,
      respondBy: true,
      respondedAt: true,
      createdAt: true,
      person: {
        select: {
          id: true,
          name: true,
          title: true,
          deactivatedAt: true,
          pauses: { where: { endedAt: null }, select: { id: true } },
        },
      },
      scorecard: { select: { marks: { select: { level: true } } } },
    },
  },
} satisfies Prisma.MentorListSelect;

/**
 * The floors of a cohort on which an invited mentor is out, with who is missing and the next best of the floor: see
 * {@link rankNextBest}. For the cohort's organizers; refuses everybody else with "not found".
 */
export async function getGaps(actor: Actor, cohortId: string) {
  const stands = await standingToCohort(db, actor, cohortId);
  authorize("mentors.seeSupply", stands);
  authorize("scorecards.seeScorecards", stands);
  return gapsWhere(actor, { cohortId });
}

/** The same for one mentor list, for its floor's managers too. At most one floor. */
export async function getGapsOfList(actor: Actor, listId: string) {
  const stands = await standingToList(db, actor, listId);
  authorize("mentors.seeList", stands);
  authorize("scorecards.seeScorecards", stands);
  return gapsWhere(actor, { id: listId });
}

async function gapsWhere(actor: Actor, where: Prisma.MentorListWhereInput) {
  const lists = await db.mentorList.findMany({
    where: { ...where, cohort: { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } } },
    orderBy: { floor: { name: "asc" } },
    select: gapSelect,
  });
  const open = lists.filter((list) => gapsOf(list.nominations).length > 0);
  if (open.length === 0) return [];
  const records = await mentorRecords(
    db,
    open.map((list) => list.id),
  );
  return open.map(({ nominations, ...list }) => {
    const gaps = gapsOf(nominations);
    const candidates = nominations.map(({ person, scorecard, ...one }) => {
      const record = records.get(person.id);
      return {
        ...one,
        personId: person.id,
        name: person.name,
        title: person.title,
        away: person.deactivatedAt !== null || person.pauses.length > 0,
        // Nobody reads out of an order what was judged of themselves.
        score: person.id === actor.personId ? null : meanLevel(scorecard?.marks ?? []),
        cohorts: record?.cohorts ?? 0,
        certified: record?.certified ?? 0,
        free: one.capacity - (record?.load ?? 0),
      };
    });
    return {
      ...list,
      gaps: gaps.map(({ id, person, willingness, kind, hoursPerWeek, capacity }) => ({
        id,
        name: person.name,
        willingness,
        kind,
        hoursPerWeek,
        capacity,
      })),
      nextBest: rankNextBest(candidates, gaps).slice(0, mostShown),
    };
  });
}

export type ListGaps = Awaited<ReturnType<typeof getGaps>>[number];
