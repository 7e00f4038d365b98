import { announced, standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { agreementRefusal, countdown, sideOf } from "@/lib/agreements/rules";
import { clock } from "@/lib/clock";
import { dayAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";

const cardSelect = {
  id: true,
  name: true,
  title: true,
  email: true,
  timeZone: true,
  floor: { select: { name: true } },
} satisfies Prisma.PersonSelect;

const pageSelect = {
  id: true,
  kind: true,
  state: true,
  startsOn: true,
  endsOn: true,
  endReason: true,
  announcement: true,
  announcedAt: true,
  mentor: { select: cardSelect },
  nomination: { select: { id: true, hoursPerWeek: true, decision: true } },
  enrollment: { select: { id: true, person: { select: cardSelect } } },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      timeZone: true,
      days: { where: { phase: { not: "PREPARATION" } }, orderBy: { day: "asc" }, select: { day: true } },
      version: {
        select: {
          model: true,
          icebreakers: true,
          mentorWill: true,
          mentorWont: true,
          menteeWill: true,
          menteeWont: true,
        },
      },
    },
  },
  acknowledgements: { select: { personId: true, signedAt: true } },
  goals: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      indicator: true,
      baseline: true,
      target: true,
      dueOn: true,
      createdAt: true,
      mentorAgreedAt: true,
      menteeAgreedAt: true,
      closedAt: true,
      proposedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.PairingSelect;

type PairingRow = Prisma.PairingGetPayload<{ select: typeof pageSelect }>;

/** What is expected of each of the two, and when each signed it. */
function expectationsOf({ cohort: { version, timeZone }, mentor, enrollment, acknowledgements }: PairingRow) {
  const signed = (personId: string) => {
    const found = acknowledgements.find((one) => one.personId === personId);
    return found ? dayAt(found.signedAt, timeZone) : null;
  };
  return {
    mentor: { will: version.mentorWill, wont: version.mentorWont, signedOn: signed(mentor.id) },
    mentee: {
      will: version.menteeWill,
      wont: version.menteeWont,
      signedOn: signed(enrollment.person.id),
    },
  };
}

/** The other mentees of the same mentor, who meet in one group; nobody where the program pairs one to one. */
async function groupOf({ id, kind, cohort, mentor }: PairingRow): Promise<string[]> {
  if (cohort.version.model !== "GROUP") return [];
  const others = await db.pairing.findMany({
    where: {
      cohortId: cohort.id,
      mentorId: mentor.id,
      kind,
      id: { not: id },
      state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] },
      ...announced,
    },
    orderBy: { enrollment: { person: { name: "asc" } } },
    select: { enrollment: { select: { person: { select: { name: true } } } } },
  });
  return others.map(({ enrollment }) => enrollment.person.name);
}

/**
 * The page of one pairing: the two, how long they have, what is expected of each, and their goals. For the two of them,
 * the organizers and the managers of the mentee's floor; why it ended is for organizers. Anybody else: not found.
 */
export async function pairingPage(actor: Actor, pairingId: string) {
  const stands = await standingToPairing(db, actor, pairingId);
  authorize("agreements.seePairing", stands);
  const row = await db.pairing.findUniqueOrThrow({ where: { id: pairingId }, select: pageSelect });
  const { cohort, endReason, startsOn, endsOn, acknowledgements: _, ...pairing } = row;
  const { days, version, ...ofCohort } = cohort;
  const today = dayAt(clock.now(), cohort.timeZone);
  const period = { startsOn: toDay(startsOn), endsOn: toDay(endsOn) };
  const working = days.map(({ day }) => ({ day: toDay(day) }));
  return {
    ...pairing,
    ...period,
    today,
    stands,
    side: sideOf(stands),
    /** Whether anything can still be signed and agreed on. */
    open: agreementRefusal(row) === null,
    endReason: stands.has("organizer") ? endReason : null,
    cohort: ofCohort,
    countdown: countdown({ state: row.state, ...period }, working, today),
    icebreakers: version.icebreakers,
    group: await groupOf(row),
    expectations: expectationsOf(row),
    goals: pairing.goals.map((goal) => ({ ...goal, dueOn: toDay(goal.dueOn) })),
  };
}

export type PairingPage = Awaited<ReturnType<typeof pairingPage>>;
export type Goal = PairingPage["goals"][number];

/** Who of a cohort's announced pairs has signed what is expected, and who has not yet. For its organizers. */
export async function signatures(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  const person = { select: { id: true, name: true } } as const;
  const pairings = await db.pairing.findMany({
    where: { cohortId, state: { in: ["CONFIRMED", "ACTIVE", "PAUSED"] }, ...announced },
    orderBy: [{ enrollment: { person: { name: "asc" } } }, { id: "asc" }],
    select: {
      id: true,
      mentor: person,
      enrollment: { select: { person } },
      acknowledgements: { select: { personId: true } },
    },
  });
  const missing = pairings.flatMap(({ id, mentor, enrollment, acknowledgements }) =>
    [mentor, enrollment.person]
      .filter((one) => acknowledgements.every(({ personId }) => personId !== one.id))
      .map(({ name }) => ({ pairingId: id, name })),
  );
  return { of: 2 * pairings.length, missing };
}

export type Signatures = Awaited<ReturnType<typeof signatures>>;
