import { standingToMentee } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Day, fromDay } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, UserError } from "@/lib/errors";
import { announce } from "@/lib/outbox";
import { authorize } from "@/lib/permissions";
import type { Prisma } from "@/prisma/generated/client";
import { writeRefusal } from "./day-statuses";
import { contentOf, logContentSelect } from "./queries";
import { type LogState, submitRefusal } from "./rules";
import { type LogContent, logContentSchema, type WriteLog } from "./schema";

/** A log as it stands in the database. */
export type StoredLog = { version: number; state: LogState; updatedAt: Date; content: LogContent };
/**
 * What came of a write: it is saved; or it was made on an older version, and nothing was written: then `conflict` holds
 * what stands there, and whoever wrote still has theirs.
 */
export type LogAnswer =
  | { saved: Omit<StoredLog, "content">; conflict: null }
  | { saved: null; conflict: StoredLog };

/**
 * Saves the draft of a mentor's log for one mentee and day, while it is being written. Refuses somebody who mentors
 * them no more, a day that is ahead, too far back or outside the program, and a log that was submitted already.
 */
export function saveLog(actor: Actor, input: WriteLog, on: Db = db): Promise<LogAnswer> {
  return transaction(on, (tx) => write(tx, actor, input, "logs.saveLog"));
}

/**
 * Submits a log: from then on the mentee, their floor manager and the organizers can read it. Its author may submit it
 * again to correct it, as long as its day is one for which a log may be written. The mentee is told when a note is
 * shared. Refuses what {@link saveLog} refuses, and a log that does not say how the mentee is doing.
 */
export function submitLog(actor: Actor, input: WriteLog, on: Db = db): Promise<LogAnswer> {
  return transaction(on, (tx) => write(tx, actor, input, "logs.submitLog"));
}

async function write(
  tx: Tx,
  actor: Actor,
  { enrollmentId, day, version, ...given }: WriteLog,
  deed: "logs.saveLog" | "logs.submitLog",
): Promise<LogAnswer> {
  authorize(deed, await standingToMentee(tx, actor, enrollmentId));
  const mentee = await tx.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: menteeOf(actor),
  });
  const mentoredFrom = mentee.pairings[0]?.startsOn ?? null;
  refuse(writeRefusal(mentee.cohort, { ...mentee, mentoredFrom }, day, clock.now()));
  const content = { ...given, skillIds: [...new Set(given.skillIds)].sort() };
  const stored = await openLog(tx, actor, { enrollmentId, day, version });
  const same = stored.version > 0 && sameContent(stored.content, content);
  const submits = deed === "logs.submitLog";
  if (same && (!submits || stored.state === "SUBMITTED")) return { saved: stored.of, conflict: null };
  if (!same && stored.version !== version) return { saved: null, conflict: stored };
  if (!submits && stored.state === "SUBMITTED") throw new UserError("logs.refused.submittedAlready");
  const reason = submits ? submitRefusal(content) : null;
  if (reason) throw new UserError(reason.key, undefined, { field: reason.field });
  await checkParts(tx, enrollmentId, mentee.cohort.versionId, content);
  const saved = await put(tx, stored, content, submits);
  if (submits) await tell(tx, actor, { mentee, enrollmentId, day, stored, content });
  return { saved, conflict: null };
}

/** Every part of a log, and every part of an activity, in one order. */
const parts = [...Object.keys(logContentSchema.shape), "sessionId", "title", "independence"];

function sameContent(one: LogContent, other: LogContent): boolean {
  return JSON.stringify(one, parts) === JSON.stringify(other, parts);
}

const menteeOf = (actor: Actor) =>
  ({
    state: true,
    createdAt: true,
    endedAt: true,
    personId: true,
    person: { select: { name: true } },
    pairings: {
      where: { mentorId: actor.personId, state: { not: "DISCARDED" } },
      select: { startsOn: true },
      orderBy: { startsOn: "asc" },
      take: 1,
    },
    cohort: {
      select: {
        id: true,
        state: true,
        timeZone: true,
        versionId: true,
        days: { select: { day: true, phase: true, number: true } },
      },
    },
  }) satisfies Prisma.EnrollmentSelect;

type Mentee = Prisma.EnrollmentGetPayload<{ select: ReturnType<typeof menteeOf> }>;

/** The author's log of that day, locked; begun here when it is the first write. */
async function openLog(tx: Tx, actor: Actor, given: Pick<WriteLog, "enrollmentId" | "day" | "version">) {
  const key = { enrollmentId: given.enrollmentId, authorId: actor.personId, day: fromDay(given.day) };
  if (given.version === 0) {
    const now = clock.now();
    const empty = { ...key, version: 0, createdAt: now, updatedAt: now };
    await tx.dailyLog.createMany({ data: [empty], skipDuplicates: true });
  }
  const { enrollmentId, authorId, day } = key;
  await tx.$queryRaw`SELECT 1 FROM "DailyLog" WHERE "enrollmentId" = ${enrollmentId}::uuid
    AND "authorId" = ${authorId}::uuid AND day = ${day}::date FOR UPDATE`;
  const log = await tx.dailyLog.findUnique({
    where: { enrollmentId_authorId_day: { enrollmentId, authorId, day } },
    select: {
      id: true,
      version: true,
      state: true,
      updatedAt: true,
      ...logContentSelect,
      note: true,
      noteAudience: true,
    },
  });
  if (!log) throw new NotFoundError();
  const { id, version, state, updatedAt } = log;
  return {
    id,
    version,
    state,
    updatedAt,
    of: { version, state, updatedAt },
    content: contentOf(log, log),
  };
}

/** Refuses skills of another program and sessions that were not this mentee's: to the writer they do not exist. */
async function checkParts(
  tx: Tx,
  enrollmentId: string,
  versionId: string,
  content: LogContent,
): Promise<void> {
  const skills = await tx.skill.count({ where: { versionId, id: { in: content.skillIds } } });
  const named = content.activities.flatMap(({ sessionId }) => (sessionId ? [sessionId] : []));
  const sessionIds = [...new Set(named)];
  const attended = await tx.attendance.count({ where: { enrollmentId, sessionId: { in: sessionIds } } });
  if (skills < content.skillIds.length || attended < sessionIds.length) throw new NotFoundError();
}

async function put(
  tx: Tx,
  stored: { id: string; version: number; state: LogState },
  { activities, skillIds, ...fields }: LogContent,
  submits: boolean,
) {
  const { id: logId } = stored;
  const now = clock.now();
  const submitted =
    submits && stored.state === "DRAFT" ? { state: "SUBMITTED" as const, submittedAt: now } : {};
  const saved = await tx.dailyLog.update({
    where: { id: logId },
    data: { ...fields, ...submitted, updatedAt: now, version: { increment: 1 } },
    select: { version: true, state: true, updatedAt: true },
  });
  await tx.logActivity.deleteMany({ where: { logId } });
  await tx.logSkill.deleteMany({ where: { logId } });
  await tx.logActivity.createMany({ data: activities.map((one, position) => ({ ...one, position, logId })) });
  await tx.logSkill.createMany({ data: skillIds.map((skillId) => ({ skillId, logId })) });
  return saved;
}

async function tell(
  tx: Tx,
  actor: Actor,
  of: {
    mentee: Mentee;
    enrollmentId: string;
    day: Day;
    stored: { id: string; state: LogState; content: LogContent };
    content: LogContent;
  },
): Promise<void> {
  const { mentee, enrollmentId, day, stored, content } = of;
  await audit(tx, actor, {
    action: "logs.submitLog",
    cohortId: mentee.cohort.id,
    subject: { type: "DailyLog", id: stored.id },
    data: { mentee: mentee.person.name, day, what: stored.state === "DRAFT" ? "submitted" : "corrected" },
  });
  const shared = ({ note, noteAudience }: LogContent) => (noteAudience === "SHARED" ? note : "");
  const told = stored.state === "SUBMITTED" ? shared(stored.content) : "";
  if (shared(content) === "" || shared(content) === told) return;
  await announce(tx, {
    to: [mentee.personId],
    kind: "logSubmitted",
    data: { mentor: actor.name, day },
    href: `/mentees/${enrollmentId}`,
    by: "app",
  });
}
