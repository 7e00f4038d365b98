import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { toGrid } from "@/lib/call-covers/grid";
import type { CallBlock, CallMentor } from "@/lib/call-covers/rules";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import { authorize } from "@/lib/permissions";
import { type Interval, overlap, windowOf } from "@/lib/sessions/planner";
import { standingStates } from "@/lib/sessions/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Who sits in on whose live calls in a cohort, who could, and where nobody can. For its organizers. Anybody else: not found. */
export async function getCallGrid(actor: Actor, cohortId: string) {
  authorize("call-covers.seeCalls", await standingToCohort(db, actor, cohortId));
  return toGrid(await loadCalls(db, cohortId));
}

const standing = { in: [...standingStates] };
const current = { in: ["CONFIRMED" as const, "ACTIVE" as const, "PAUSED" as const] };

const blockSelect = {
  id: true,
  title: true,
  day: true,
  startsAt: true,
  endsAt: true,
  state: true,
  template: true,
  enrollment: {
    select: {
      id: true,
      person: { select: { id: true, name: true, managerId: true } },
      pairings: {
        where: { state: current },
        select: { kind: true, mentorId: true, mentor: { select: { name: true } } },
      },
    },
  },
  facilitators: {
    where: { state: { not: "DECLINED" } },
    select: { personId: true, person: { select: { name: true } } },
  },
  covers: {
    where: { state: { in: ["SUGGESTED", "CONFIRMED"] } },
    select: {
      id: true,
      nominationId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      mentor: { select: { name: true } },
    },
  },
} satisfies Prisma.SessionSelect;

type BlockRow = Prisma.SessionGetPayload<{ select: typeof blockSelect }>;
/** What somebody leads or attends: `people` are all of them, `mentees` those who attend. */
type Taken = Interval & { sessionId: string; people: Set<string>; mentees: Set<string> };

const mentorSelect = {
  id: true,
  personId: true,
  capacity: true,
  hoursPerWeek: true,
  person: {
    select: {
      name: true,
      leaves: { where: { removedAt: null }, select: { firstDay: true, lastDay: true } },
      pauses: { where: { endedAt: null }, select: { id: true } },
      keptApart: { select: { otherPersonId: true } },
      keptApartFrom: { select: { personId: true } },
      pairings: { where: { state: current }, select: { enrollmentId: true } },
    },
  },
} satisfies Prisma.MentorNominationSelect;

/** The blocks of live calls of a cohort and the call mentors who can sit in on them, with all that keeps them. */
export async function loadCalls(on: Db, cohortId: string) {
  const cohort = await on.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { id: true, name: true, state: true, timeZone: true },
  });
  const [rows, nominations] = await Promise.all([
    on.session.findMany({
      where: {
        cohortId,
        state: standing,
        template: { facilitatorRole: "CALL_MENTOR" },
        enrollment: { state: { in: ["ENROLLED", "ACTIVE", "EXTENDED"] } },
      },
      orderBy: [{ day: "asc" }, { startsAt: "asc" }, { id: "asc" }],
      select: blockSelect,
    }),
    on.mentorNomination.findMany({
      where: {
        list: { cohortId },
        decision: "APPROVED",
        willingness: "ACCEPTED",
        training: { in: ["COMPLETED", "WAIVED"] },
        kind: { in: ["CALL", "BOTH"] },
        person: { deactivatedAt: null },
      },
      orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
      select: mentorSelect,
    }),
  ]);
  const taken = await takenTimes(on, rows, nominations);
  const blocks = rows.flatMap((row) => toBlock(row, cohort.timeZone, taken) ?? []);
  return { cohort, rows, blocks, mentors: nominations.map((one) => toMentor(one, blocks, taken)) };
}

export type Calls = Awaited<ReturnType<typeof loadCalls>>;
type NominationRow = Prisma.MentorNominationGetPayload<{ select: typeof mentorSelect }>;

/** What stands on the days of the blocks for these mentees and mentors, whoever leads or attends it. */
async function takenTimes(
  on: Db,
  rows: readonly BlockRow[],
  nominations: readonly NominationRow[],
): Promise<Taken[]> {
  const days = rows.map(({ day }) => day);
  if (days.length === 0) return [];
  const mentors = nominations.map(({ personId }) => personId);
  const people = { in: [...mentors, ...rows.flatMap(({ enrollment }) => enrollment?.person.id ?? [])] };
  const found = await on.session.findMany({
    where: {
      state: standing,
      day: { in: days },
      OR: [
        { facilitators: { some: { personId: { in: mentors }, state: { not: "DECLINED" } } } },
        { attendances: { some: { enrollment: { personId: people }, state: "EXPECTED" } } },
      ],
    },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      facilitators: {
        where: { personId: { in: mentors }, state: { not: "DECLINED" } },
        select: { personId: true },
      },
      attendances: {
        where: { state: "EXPECTED", enrollment: { personId: people } },
        select: { enrollment: { select: { personId: true } } },
      },
    },
  });
  return found.map(({ id, startsAt, endsAt, facilitators, attendances }) => {
    const mentees = new Set(attendances.map(({ enrollment }) => enrollment.personId));
    const leads = facilitators.map(({ personId }) => personId);
    return { sessionId: id, startsAt, endsAt, mentees, people: new Set([...leads, ...mentees]) };
  });
}

function toBlock(row: BlockRow, zone: string, taken: readonly Taken[]): CallBlock | null {
  const { id, day, startsAt, endsAt, state, enrollment, facilitators, covers } = row;
  if (!enrollment) return null;
  const { person, pairings } = enrollment;
  const [found] = covers;
  const leads = pairings.find(
    ({ kind, mentorId }) => kind === "CALL" && facilitators.some((one) => one.personId === mentorId),
  );
  return {
    sessionId: id,
    enrollmentId: enrollment.id,
    mentee: { personId: person.id, name: person.name, managerId: person.managerId },
    day: toDay(day),
    startsAt,
    endsAt,
    over: state === "HELD" || startsAt <= clock.now(),
    slots: [{ startsAt, endsAt }, ...otherSlots(row, zone, taken)],
    cover: found ? toCover(found) : null,
    paired: found ? null : (leads?.mentorId ?? null),
  };
}

function toCover({ id, nominationId, state, startsAt, endsAt }: BlockRow["covers"][number]) {
  return {
    id,
    nominationId,
    state: state === "CONFIRMED" ? state : ("SUGGESTED" as const),
    startsAt,
    endsAt,
  };
}

/** The other times of its window that a planned block can have, one after the other, when the mentee is free. */
function otherSlots(row: BlockRow, zone: string, taken: readonly Taken[]): Interval[] {
  const { id, template, enrollment, state, startsAt, endsAt } = row;
  if (!template || !enrollment || state !== "PLANNED") return [];
  const busy = taken.filter((one) => one.sessionId !== id && one.mentees.has(enrollment.person.id));
  const window = windowOf(template, toDay(row.day), zone);
  const length = +endsAt - +startsAt;
  const slots: Interval[] = [];
  for (let from = +window.startsAt; from + length <= +window.endsAt; from += length) {
    const slot = { startsAt: new Date(from), endsAt: new Date(from + length) };
    if (from !== +startsAt && !busy.some((one) => overlap(one, slot))) slots.push(slot);
  }
  return slots;
}

function toMentor(row: NominationRow, blocks: readonly CallBlock[], taken: readonly Taken[]): CallMentor {
  const { id, personId, capacity, hoursPerWeek, person } = row;
  const covered = new Set(
    blocks.flatMap(({ cover, sessionId }) => (cover?.nominationId === id ? [sessionId] : [])),
  );
  return {
    nominationId: id,
    personId,
    name: person.name,
    capacity,
    hoursPerWeek,
    paused: person.pauses.length > 0,
    leaves: person.leaves.map((one) => ({ firstDay: toDay(one.firstDay), lastDay: toDay(one.lastDay) })),
    busy: taken.filter(({ people, sessionId }) => people.has(personId) && !covered.has(sessionId)),
    apart: new Set([
      ...person.keptApart.map(({ otherPersonId }) => otherPersonId),
      ...person.keptApartFrom.map((one) => one.personId),
    ]),
    familiar: new Set(person.pairings.map(({ enrollmentId }) => enrollmentId)),
  };
}
