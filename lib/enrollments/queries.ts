import { standing } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

/** As many as one looks through; a name or a floor narrows them down. */
const shown = 60;

/** Who is new: has not been a mentee, mentors nobody, manages no floor and holds no grant. */
const isNew: Prisma.PersonWhereInput = {
  enrollments: { none: { state: { not: "WITHDRAWN" } } },
  nominations: { none: {} },
  pairings: { none: {} },
  managedFloors: { none: {} },
  grants: { none: {} },
};

/**
 * People who may become mentees, the newest hires first: without a text those who are new, with one anybody of that
 * name. Who is a mentee of a cohort that is not over is named with it, because they cannot be in two.
 * @param show `text`: part of a name or an e-mail address; `floorId`: only people of this floor
 */
export async function menteeCandidates(actor: Actor, show: { text?: string; floorId?: string }) {
  authorize("people.seeDirectory", standing(actor));
  const contains = show.text ? holding(show.text) : undefined;
  const people = await db.person.findMany({
    where: {
      deactivatedAt: null,
      ...(show.floorId ? { floorId: show.floorId } : {}),
      ...(contains ? { OR: [{ name: contains }, { email: contains }] } : isNew),
    },
    orderBy: [{ hireDate: { sort: "desc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
    take: shown + 1,
    select: {
      id: true,
      name: true,
      title: true,
      hireDate: true,
      floor: { select: { name: true } },
      enrollments: {
        where: { state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } },
        take: 1,
        select: { cohort: { select: { name: true } } },
      },
    },
  });
  return {
    more: people.length > shown,
    people: people.slice(0, shown).map(({ enrollments: [elsewhere], floor, hireDate, ...person }) => ({
      ...person,
      floor: floor?.name ?? null,
      hireDate: hireDate ? toDay(hireDate) : null,
      cohort: elsewhere?.cohort.name ?? null,
    })),
  };
}

export type MenteeCandidates = Awaited<ReturnType<typeof menteeCandidates>>;
export type MenteeCandidate = MenteeCandidates["people"][number];

/** The floors that mentees and mentors come from, by name, for those who plan cohorts. */
export async function floorChoices(actor: Actor) {
  authorize("cohorts.createCohort", standing(actor));
  return db.floor.findMany({
    orderBy: { name: "asc" },
    select: { id: true, name: true, _count: { select: { people: { where: { deactivatedAt: null } } } } },
  });
}

export type FloorChoice = Awaited<ReturnType<typeof floorChoices>>[number];
