import { cache } from "react";
import { announced, standing, standingSelect, standsOf, toldFacilitators, visibleTo } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { dayAt, fromDay, isDay, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import {
  byName,
  currentLead,
  intakeParts,
  launchSelect,
  qualities,
  toLaunchFacts,
  toLaunchSteps,
} from "@/lib/launch/queries";
import { authorize } from "@/lib/permissions";
import { holding } from "@/lib/text";
import type { Prisma } from "@/prisma/generated/client";

const inOrder = { orderBy: { day: "asc" } } as const;

const headerSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  certificationDate: true,
  startsOn: true,
  endsOn: true,
  cancelReason: true,
  version: { select: { number: true, logDueMinute: true, program: { select: { id: true, name: true } } } },
  days: { ...inOrder, select: { day: true, phase: true, number: true } },
} satisfies Prisma.CohortSelect;

/**
 * What every page of a cohort begins with: its name, state and days, and what the actor is to it. Read once in each
 * request. Out of reach: not found.
 */
export const getCohort = cache(async (actor: Actor, cohortId: string) => {
  const found = await db.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleTo.cohorts(actor)] },
    select: { ...headerSelect, ...standingSelect(actor) },
  });
  if (!found) throw new NotFoundError();
  const { organizers, enrollments, signOffs, floors, pairings, lists, sessions, ...row } = found;
  const stands = standsOf(actor, { organizers, enrollments, signOffs, floors, pairings, lists, sessions });
  authorize("cohorts.seeSummary", stands);
  return { ...toHeader(row), stands };
});

type Dated = Pick<
  Prisma.CohortGetPayload<{ select: typeof headerSelect }>,
  "timeZone" | "certificationDate" | "startsOn" | "endsOn" | "days"
>;

function toHeader<Row extends Dated>({ days, certificationDate, startsOn, endsOn, ...row }: Row) {
  return {
    ...row,
    days: days.map((one) => ({ ...one, day: toDay(one.day) })),
    certificationDate: toDay(certificationDate),
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    /** Today in the cohort's time zone. */
    today: dayAt(clock.now(), row.timeZone),
  };
}

export type CohortHeader = Omit<Awaited<ReturnType<typeof getCohort>>, "stands">;

const personLine = { select: { id: true, name: true, title: true } } as const;
const signOffLine = { id: true, about: true, state: true, comment: true } as const;

const overviewSelect = {
  ...launchSelect,
  floors: { orderBy: { floor: { name: "asc" } }, select: { floor: { select: { id: true, name: true } } } },
  organizers: { orderBy: { person: { name: "asc" } }, select: { person: personLine } },
  milestones: { ...inOrder, select: { id: true, title: true, who: true, day: true, doneAt: true } },
  signOffs: {
    orderBy: { createdAt: "asc" },
    select: { ...signOffLine, decidedAt: true, person: personLine },
  },
  lists: {
    select: { floorId: true, state: true, nominations: { select: { ...qualities, capacity: true } } },
  },
  enrollments: {
    ...byName,
    select: {
      id: true,
      state: true,
      person: { select: { id: true, name: true, title: true, floor: { select: { name: true } } } },
      intake: intakeParts,
      pairings: {
        ...currentLead,
        select: {
          state: true,
          mentor: { select: { name: true } },
          nomination: { select: qualities },
        },
      },
      attempts: {
        where: { state: { in: ["SCHEDULED", "IN_ASSESSMENT"] } },
        take: 1,
        select: { id: true },
      },
    },
  },
} satisfies Prisma.CohortSelect;

/** Everything that an organizer steers a cohort by. Anybody else: not found. */
export async function cohortOverview(actor: Actor, cohortId: string) {
  const { stands, today } = await getCohort(actor, cohortId);
  authorize("cohorts.seeAll", stands);
  const row = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: overviewSelect });
  const current = row.enrollments.filter((enrollment) => enrollment.state !== "WITHDRAWN");
  const nominations = row.lists.flatMap((list) => list.nominations);
  const launch = toLaunchFacts({ ...row, enrollments: current }, today);
  return {
    floors: row.floors.map(({ floor }) => floor),
    organizers: row.organizers.map(({ person }) => person),
    milestones: row.milestones.map((milestone) => ({ ...milestone, day: toDay(milestone.day) })),
    signOffs: row.signOffs,
    enrollments: row.enrollments.map(({ pairings: [lead], attempts, intake: _, ...enrollment }) => ({
      ...enrollment,
      mentor: lead ? { name: lead.mentor.name, confirmed: lead.state !== "SUGGESTED" } : null,
    })),
    steps: toLaunchSteps({ ...row, enrollments: current }, launch),
    nominated: nominations.filter(({ decision }) => decision === "PROPOSED" || decision === "APPROVED")
      .length,
    launch,
    completion: {
      mentees: current.map(({ person, state }) => ({ name: person.name, state })),
      openAttempts: current.filter((one) => one.attempts.length > 0).map((one) => one.person),
    },
  };
}

export type CohortOverview = Awaited<ReturnType<typeof cohortOverview>>;

const told = {
  state: { in: ["CONFIRMED", "ACTIVE", "PAUSED", "COMPLETED"] },
  ...announced,
} satisfies Prisma.PairingWhereInput;

/** A cohort with the actor's own part in it, and that of the floors they manage. */
function summarySelect(actor: Actor) {
  const me = { personId: actor.personId };
  const floors = { in: actor.managedFloorIds };
  return {
    version: { select: { purpose: true } },
    floors: { orderBy: { floor: { name: "asc" } }, select: { floor: { select: { name: true } } } },
    organizers: { orderBy: { person: { name: "asc" } }, select: { person: personLine } },
    signOffs: { where: me, select: signOffLine },
    lists: {
      where: { OR: [{ floorId: floors }, { nominations: { some: me } }] },
      select: {
        id: true,
        floorId: true,
        floor: { select: { name: true } },
        nominations: { where: me, select: { id: true } },
      },
    },
    pairings: {
      where: { mentorId: actor.personId, ...told },
      orderBy: { enrollment: { person: { name: "asc" } } },
      select: { id: true, kind: true, enrollment: { select: { id: true, person: personLine } } },
    },
    enrollments: {
      where: { OR: [me, { person: { floorId: floors } }] },
      ...byName,
      select: {
        id: true,
        state: true,
        person: personLine,
        pairings: { where: { kind: "LEAD", ...told }, select: { mentor: personLine } },
      },
    },
    _count: {
      select: {
        enrollments: { where: { state: { not: "WITHDRAWN" } } },
        sessions: { where: { facilitators: { some: { ...me, state: { in: [...toldFacilitators] } } } } },
      },
    },
  } satisfies Prisma.CohortSelect;
}

/** What a cohort is, and the actor's own part in it, for everybody who can know of it. Anybody else: not found. */
export async function cohortSummary(actor: Actor, cohortId: string) {
  await getCohort(actor, cohortId);
  const select = summarySelect(actor);
  const { enrollments, ...row } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select });
  return {
    ...row,
    floors: row.floors.map(({ floor }) => floor.name),
    organizers: row.organizers.map(({ person }) => person),
    own: enrollments.find((enrollment) => enrollment.person.id === actor.personId) ?? null,
    floorMentees: enrollments.filter((enrollment) => enrollment.person.id !== actor.personId),
  };
}

export type CohortSummary = Awaited<ReturnType<typeof cohortSummary>>;

const listSelect = {
  id: true,
  name: true,
  state: true,
  timeZone: true,
  certificationDate: true,
  startsOn: true,
  endsOn: true,
  days: { where: { phase: "PROGRAM" }, ...inOrder, select: { day: true, phase: true, number: true } },
  floors: { orderBy: { floor: { name: "asc" } }, select: { floor: { select: { name: true } } } },
  _count: { select: { enrollments: { where: { state: { not: "WITHDRAWN" } } } } },
} satisfies Prisma.CohortSelect;

const open: Prisma.CohortWhereInput = { state: { in: ["DRAFT", "PLANNING", "READY", "ACTIVE"] } };
const pageSize = 20;

/**
 * The cohorts that the actor can know of: those that run or are planned, by their first day, and a page of those
 * that are over, last first.
 * @param show `q`: part of a name; `mine`: only those one runs; `before`: the `next` of the page before
 */
export async function listCohorts(actor: Actor, show: { q?: string; mine?: boolean; before?: string }) {
  const mine = show.mine ? { organizers: { some: { personId: actor.personId } } } : {};
  const named = show.q ? { name: holding(show.q) } : {};
  const where = [visibleTo.cohorts(actor), mine, named];
  const [begun, over] = await Promise.all([
    show.before
      ? []
      : db.cohort.findMany({
          where: { AND: [...where, open] },
          orderBy: [{ startsOn: "asc" }, { name: "asc" }],
          take: 200,
          select: listSelect,
        }),
    db.cohort.findMany({
      where: { AND: [...where, { NOT: open }, beforeKey(show.before)] },
      orderBy: [{ endsOn: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      select: listSelect,
    }),
  ]);
  const page = over.slice(0, pageSize);
  const last = over.length > pageSize ? page.at(-1) : undefined;
  const rows = begun.map(toListed);
  return {
    running: rows.filter((cohort) => cohort.state === "ACTIVE"),
    planned: rows.filter((cohort) => cohort.state !== "ACTIVE"),
    over: page.map(toListed),
    next: last ? `${toDay(last.endsOn)}_${last.id}` : null,
  };
}

export type CohortLists = Awaited<ReturnType<typeof listCohorts>>;
export type ListedCohort = CohortLists["over"][number];

function toListed({ _count, floors, ...row }: Prisma.CohortGetPayload<{ select: typeof listSelect }>) {
  return { ...toHeader(row), floors: floors.map(({ floor }) => floor.name), mentees: _count.enrollments };
}

function beforeKey(key: string | undefined): Prisma.CohortWhereInput {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(key ?? "") ?? [];
  if (!isDay(day) || !id) return {};
  const endsOn = fromDay(day);
  return { OR: [{ endsOn: { lt: endsOn } }, { endsOn, id: { lt: id } }] };
}

/** Who can run a cohort, by name. For those who can create one: anybody else not found. */
export async function enablementManagers(actor: Actor) {
  authorize("cohorts.createCohort", standing(actor));
  return db.person.findMany({
    where: { deactivatedAt: null, grants: { some: { kind: "ENABLEMENT_MANAGER" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...personLine,
  });
}
