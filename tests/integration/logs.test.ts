import { beforeEach, describe, expect, test } from "vitest";
import { clock } from "@/lib/clock";
import { addDays, type Day, fromDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { saveLog, submitLog } from "@/lib/logs/commands";
import { logDesk } from "@/lib/logs/queries";
import { resetDatabase } from "@/tests/support/database";
import { aLog, aLogStage, at, tuesday } from "@/tests/support/log-stage";
import { aCohort, actor, anEnrollment, aPerson, aProgram, aSession, monday } from "@/tests/support/rows";

const messagesOf = async (person: { id: string }) =>
  (await db.message.findMany({ where: { personId: person.id }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

beforeEach(async () => {
  await resetDatabase();
  clock.set(at(monday, 15));
});

describe("saving a log", () => {
  test("keeps everything that was written, and counts the versions", async () => {
    const { mentor, enrollment, cohort, program } = await aLogStage();
    const session = await aSession(cohort, { enrollment });
    const input = aLog(enrollment, {
      activities: [
        { sessionId: session.id, title: session.title, independence: "LED" },
        { sessionId: null, title: "Lunch with a customer", independence: "OBSERVED" },
      ],
      skillIds: program.skills.map(({ id }) => id),
      calls: 12,
      note: "Ready for live calls",
    });
    const answer = await saveLog(await actor(mentor), input);
    expect(answer).toMatchObject({ saved: { version: 1, state: "DRAFT" }, conflict: null });
    const again = await saveLog(await actor(mentor), { ...input, version: 1, calls: 13 });
    expect(again.saved).toMatchObject({ version: 2 });
    const { entries } = await logDesk(await actor(mentor), monday);
    const { enrollmentId: _, day: __, version: ___, ...content } = input;
    expect(entries[0]?.stored?.content).toEqual({
      ...content,
      skillIds: [...content.skillIds].sort(),
      calls: 13,
    });
  });

  test("is for the mentors of the mentee alone, and ends with the pairing", async () => {
    const { enrollment, mentee, pairing, mentor, caller, ...others } = await aLogStage();
    for (const person of [
      others.organizer,
      others.stranger,
      others.administrator,
      others.manager,
      others.sme,
      mentee,
    ]) {
      const who = await actor(person);
      await expect(saveLog(who, aLog(enrollment))).rejects.toThrow("errors.notFound");
      await expect(submitLog(who, aLog(enrollment))).rejects.toThrow("errors.notFound");
    }
    await saveLog(await actor(caller), aLog(enrollment));
    await db.pairing.update({ where: { id: pairing.id }, data: { state: "REASSIGNED" } });
    await expect(saveLog(await actor(mentor), aLog(enrollment))).rejects.toThrow("errors.notFound");
  });

  test("twenty times at once makes one row; one write wins and nobody overwrites it", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    const writes = Array.from({ length: 20 }, (_, index) =>
      saveLog(who, aLog(enrollment, { learned: `Version ${index}` })),
    );
    const answers = await Promise.all(writes);
    const saved = answers.filter((answer) => answer.saved);
    expect(saved).toHaveLength(1);
    const [row, ...more] = await db.dailyLog.findMany();
    expect(more).toEqual([]);
    for (const answer of answers)
      if (answer.conflict) expect(answer.conflict.content.learned).toBe(row?.learned);
  });

  test("the same thing twice is saved once, with the same answer", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    const [one, two] = await Promise.all([saveLog(who, aLog(enrollment)), saveLog(who, aLog(enrollment))]);
    expect(one).toEqual(two);
    expect(await db.dailyLog.findMany()).toMatchObject([{ version: 1 }]);
  });

  test("on an older version gives back what stands there and writes nothing", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    await saveLog(who, aLog(enrollment, { learned: "From the phone" }));
    const mine = aLog(enrollment, { learned: "From the laptop" });
    const answer = await saveLog(who, mine);
    expect(answer).toMatchObject({
      saved: null,
      conflict: { version: 1, content: { learned: "From the phone" } },
    });
    expect(mine.learned).toBe("From the laptop");
    expect(await db.dailyLog.findMany()).toMatchObject([{ learned: "From the phone" }]);
    const kept = await saveLog(who, { ...mine, version: 1 });
    expect(kept.saved).toMatchObject({ version: 2 });
  });

  test("refuses a day ahead, a weekend, a day before the start and one too far back", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    const day = (given: Day) => saveLog(who, aLog(enrollment, { day: given }));
    await expect(day(tuesday)).rejects.toThrow("logs.refused.future");
    await expect(day(addDays(monday, -3))).rejects.toThrow("logs.refused.beforeStart");
    clock.set(at(addDays(monday, 9), 9));
    await expect(day(addDays(monday, 5))).rejects.toThrow("logs.refused.noProgramDay");
    await expect(day(monday)).rejects.toThrow("logs.refused.tooFarBack");
    await day(addDays(monday, 2));
  });

  test("refuses a cohort that was not launched, and a mentee who has left", async () => {
    const { mentor, enrollment, cohort } = await aLogStage();
    const who = await actor(mentor);
    await db.enrollment.update({
      where: { id: enrollment.id },
      data: { state: "WITHDRAWN", endedAt: at(monday, 12) },
    });
    clock.set(at(tuesday, 12));
    await expect(saveLog(who, aLog(enrollment, { day: tuesday }))).rejects.toThrow("logs.refused.afterEnd");
    const other = await anEnrollment(await aCohort({ organizer: mentor }), await aPerson());
    await expect(saveLog(who, aLog(other))).rejects.toThrow("errors.notFound");
    await db.cohort.update({ where: { id: cohort.id }, data: { state: "CANCELLED" } });
    await expect(saveLog(who, aLog(enrollment))).rejects.toThrow("logs.refused.notLaunched");
  });

  test("refuses a skill of another program and a session of another mentee", async () => {
    const { mentor, enrollment, cohort } = await aLogStage();
    const who = await actor(mentor);
    const foreign = await aProgram();
    const other = await anEnrollment(cohort, await aPerson(), "ACTIVE");
    const session = await aSession(cohort, { enrollment: other });
    const skillIds = [foreign.skills[0]?.id ?? ""];
    const activities = [{ sessionId: session.id, title: "Not mine", independence: "SOLO" as const }];
    await expect(saveLog(who, aLog(enrollment, { skillIds }))).rejects.toThrow("errors.notFound");
    await expect(saveLog(who, aLog(enrollment, { activities }))).rejects.toThrow("errors.notFound");
    expect(await db.dailyLog.count()).toBe(0);
  });
});

describe("submitting a log", () => {
  test("is recorded, and told to the mentee when a note is shared", async () => {
    const { mentor, mentee, enrollment } = await aLogStage();
    const answer = await submitLog(await actor(mentor), aLog(enrollment, { note: "Well done" }));
    expect(answer.saved).toMatchObject({ state: "SUBMITTED", version: 1 });
    expect(await messagesOf(mentee)).toEqual(["logSubmitted"]);
    expect(await db.auditRecord.findMany({ select: { action: true, data: true } })).toEqual([
      { action: "logs.submitLog", data: { mentee: mentee.name, day: monday, what: "submitted" } },
    ]);
  });

  test("tells the mentee nothing when the note is not for them, or there is none", async () => {
    const { mentor, mentee, enrollment } = await aLogStage();
    const who = await actor(mentor);
    await submitLog(who, aLog(enrollment, { note: "Not for them", noteAudience: "PRIVATE" }));
    clock.set(at(tuesday, 15));
    await submitLog(who, aLog(enrollment, { day: tuesday }));
    expect(await messagesOf(mentee)).toEqual([]);
  });

  test("twice at once submits once", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    const input = aLog(enrollment, { note: "Well done" });
    const answers = await Promise.all([1, 2, 3].map(() => submitLog(who, input)));
    expect(answers.every(({ saved }) => saved?.state === "SUBMITTED")).toBe(true);
    expect(await db.auditRecord.count()).toBe(1);
    expect(await db.message.count()).toBe(1);
  });

  test("needs to say how the mentee is doing, and something that they did or learned", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    await expect(submitLog(who, aLog(enrollment, { progress: null }))).rejects.toMatchObject({
      field: "progress",
      message: "logs.refused.noProgress",
    });
    await expect(submitLog(who, aLog(enrollment, { learned: "" }))).rejects.toThrow(
      "logs.refused.nothingWritten",
    );
    expect(await db.dailyLog.count()).toBe(0);
  });

  test("again corrects it for some days, keeps when it was submitted, and is recorded as a correction", async () => {
    const { mentor, enrollment } = await aLogStage();
    const who = await actor(mentor);
    await submitLog(who, aLog(enrollment));
    await expect(saveLog(who, aLog(enrollment, { version: 1, learned: "Half a" }))).rejects.toThrow(
      "logs.refused.submittedAlready",
    );
    clock.set(at(addDays(monday, 7), 10));
    await submitLog(who, aLog(enrollment, { version: 1, learned: "Asked four open questions" }));
    const log = await db.dailyLog.findFirstOrThrow();
    expect(log).toMatchObject({ version: 2, state: "SUBMITTED", submittedAt: at(monday, 15) });
    const [, correction] = await db.auditRecord.findMany({ orderBy: { seq: "asc" } });
    expect(correction?.data).toMatchObject({ what: "corrected" });
    clock.set(at(addDays(monday, 8), 10));
    await expect(submitLog(who, aLog(enrollment, { version: 2, learned: "Five" }))).rejects.toThrow(
      "logs.refused.tooFarBack",
    );
  });
});

test("a log never changes hands: the database keeps its author, mentee and day", async () => {
  const { mentor, caller, enrollment } = await aLogStage();
  await saveLog(await actor(mentor), aLog(enrollment));
  await expect(db.dailyLog.updateMany({ data: { authorId: caller.id } })).rejects.toThrow(/log_author_fixed/);
  await expect(db.dailyLog.updateMany({ data: { day: fromDay(tuesday) } })).rejects.toThrow(
    /log_author_fixed/,
  );
});
