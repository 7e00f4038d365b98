import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { toDay } from "@/lib/dates";
import { type Db, db } from "@/lib/db";
import type { Sentence } from "@/lib/errors";
import { type Pack, packSchema } from "@/lib/handovers/schema";
import { brokenRules } from "@/lib/matching/hard-rules";
import { loadMatching } from "@/lib/matching/queries";
import { bestReasons, scorePair } from "@/lib/matching/rules";
import { standingToPairing } from "@/lib/pairings/standing";
import { authorize, may } from "@/lib/permissions";

const logsKept = 5;
const sessionsKept = 6;

/**
 * What the next mentor of a mentee has to know, as it stands now: the goals, the skills that were practised, the shared
 * parts of the last logs, what was missed, and what comes next. Part of reassigning.
 */
export async function packOf(on: Db, pairing: { id: string; enrollmentId: string }): Promise<Pack> {
  const { enrollmentId } = pairing;
  const [goals, skills, logs, missed, sessions] = await Promise.all([
    on.pairingGoal.findMany({
      where: { pairingId: pairing.id, closedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    on.logSkill.findMany({
      where: { log: { enrollmentId, state: "SUBMITTED" } },
      orderBy: [{ skill: { position: "asc" } }, { log: { day: "asc" } }],
      select: { skill: { select: { name: true } }, log: { select: { day: true } } },
    }),
    lastLogs(on, enrollmentId),
    missedSessions(on, enrollmentId),
    comingSessions(on, enrollmentId),
  ]);
  const practised = new Map<string, Pack["skills"][number]>();
  for (const { skill, log } of skills) {
    const times = (practised.get(skill.name)?.times ?? 0) + 1;
    practised.set(skill.name, { name: skill.name, times, lastOn: toDay(log.day) });
  }
  return {
    goals: goals.map(({ indicator, baseline, target, dueOn, mentorAgreedAt, menteeAgreedAt }) => ({
      indicator,
      baseline,
      target,
      dueOn: toDay(dueOn),
      agreed: mentorAgreedAt !== null && menteeAgreedAt !== null,
    })),
    skills: [...practised.values()],
    logs,
    missed,
    sessions,
  };
}

async function lastLogs(on: Db, enrollmentId: string): Promise<Pack["logs"]> {
  const logs = await on.dailyLog.findMany({
    where: { enrollmentId, state: "SUBMITTED" },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: logsKept,
    select: {
      day: true,
      learned: true,
      note: true,
      noteAudience: true,
      progress: true,
      author: { select: { name: true } },
    },
  });
  return logs.map(({ day, author, note, noteAudience, ...log }) => ({
    ...log,
    day: toDay(day),
    author: author.name,
    // What was meant for the mentor alone, or for organizers, is handed to nobody.
    note: noteAudience === "SHARED" ? note : "",
  }));
}

async function missedSessions(on: Db, enrollmentId: string): Promise<Pack["missed"]> {
  const rows = await on.attendance.findMany({
    where: { enrollmentId, OR: [{ state: "ABSENT" }, { session: { state: "MISSED" } }] },
    orderBy: { session: { startsAt: "asc" } },
    take: 20,
    select: { session: { select: { title: true, day: true } } },
  });
  return rows.map(({ session }) => ({ title: session.title, day: toDay(session.day) }));
}

async function comingSessions(on: Db, enrollmentId: string): Promise<Pack["sessions"]> {
  const sessions = await on.session.findMany({
    where: { enrollmentId, state: { in: ["PLANNED", "CONFIRMED"] }, startsAt: { gt: clock.now() } },
    orderBy: { startsAt: "asc" },
    take: sessionsKept,
    select: { title: true, startsAt: true },
  });
  return sessions.map(({ title, startsAt }) => ({ title, startsAt: startsAt.toISOString() }));
}

/**
 * What the mentor of a pairing received when it took the place of another; null when it did not, and for whoever has no
 * part in handing over: the mentee and floor managers. Out of reach: not found.
 */
export async function receivedHandover(actor: Actor, pairingId: string) {
  const stands = await standingToPairing(db, actor, pairingId);
  if (!may(stands, "handovers.seeHandover")) return null;
  const handover = await db.handover.findUnique({
    where: { toPairingId: pairingId },
    select: {
      note: true,
      pack: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      from: { select: { mentor: { select: { name: true } } } },
    },
  });
  if (!handover) return null;
  const { pack, from, createdBy, ...rest } = handover;
  return { ...rest, by: createdBy.name, from: from.mentor.name, ...packSchema.parse(pack) };
}

export type Received = NonNullable<Awaited<ReturnType<typeof receivedHandover>>>;

/** How well a mentor fits, from 0 to 1, what speaks for it most, and the rule of matching that forbids the pair. */
export type Fit = { score: number; reasons: Sentence[]; forbidden: Sentence | null };

const reasonsShown = 2;
/** What the pairing's own rules do not look at: the others are said by them. */
const ruledHere = ["doNotPair", "floor", "languages"] as const;

/**
 * How well each approved mentor of the cohort fits the mentee of a pairing, by nomination, as matching scores it. Empty
 * once the mentee is done. For those who can reassign it. Out of reach: not found.
 */
export async function fitsFor(actor: Actor, pairingId: string): Promise<ReadonlyMap<string, Fit>> {
  authorize("handovers.reassignPairing", await standingToPairing(db, actor, pairingId));
  const { enrollmentId, cohortId } = await db.pairing.findUniqueOrThrow({
    where: { id: pairingId },
    select: { enrollmentId: true, cohortId: true },
  });
  const { mentees, mentors, settings } = await loadMatching(db, cohortId);
  const mentee = mentees.find((one) => one.enrollmentId === enrollmentId);
  if (!mentee) return new Map();
  return new Map(
    mentors.map((mentor) => {
      const { score, factors } = scorePair(mentee.facts, mentor.facts, settings.weights);
      const broken = brokenRules(mentee, mentor, settings.floorRule);
      const rule = ruledHere.find((one) => broken.includes(one));
      const forbidden: Sentence | null = rule ? { key: `matching.rule.${rule}` } : null;
      const reasons = bestReasons(factors, reasonsShown).map(({ sentence }) => sentence);
      return [mentor.nominationId, { score, reasons, forbidden }];
    }),
  );
}
