import { beforeEach, describe, expect, it } from "vitest";
import { clock } from "@/lib/clock";
import { cancelCohort, launchCohort } from "@/lib/cohorts/commands";
import { instantAt, toDay } from "@/lib/dates";
import { db } from "@/lib/db";
import { enrollMentees, withdrawMentee } from "@/lib/enrollments/commands";
import { floorChoices, menteeCandidates } from "@/lib/enrollments/queries";
import { aCohortStage, type CohortStage, recorded, refusal, staff, told } from "@/tests/support/cohort-stage";
import { actor, aPerson } from "@/tests/support/rows";

let stage: CohortStage;
beforeEach(async () => {
  stage = await aCohortStage();
});

const reason = "Moves to another team";
const enrollmentOf = (person: { id: string }) =>
  db.enrollment.findFirstOrThrow({
    where: { personId: person.id },
    include: { sessions: true, attempts: true },
  });

describe("adding mentees", () => {
  it("before the launch gives them every pair session and a place in the cohort's sessions", async () => {
    const cohortId = await stage.create({ menteeIds: [stage.people.mentee.id] });
    await enrollMentees(stage.organizer, { cohortId, menteeIds: [stage.people.newcomer.id] });
    const first = await enrollmentOf(stage.people.mentee);
    const second = await enrollmentOf(stage.people.newcomer);
    expect(second.state).toBe("ENROLLED");
    expect(second.sessions).toHaveLength(first.sessions.length);
    const places = await db.attendance.groupBy({ by: ["enrollmentId"], _count: true });
    expect(new Set(places.map((one) => one._count)).size).toBe(1);
    expect(await told("enrolled")).toEqual(["Sven Lund", "王小明"]);
    expect(await recorded("enrollments.enrollMentees")).toMatchObject([{ cohortId, data: { count: 1 } }]);
  });

  it("after the launch makes them active, with what lies ahead and an attempt of their own", async () => {
    const cohortId = await stage.create({ menteeIds: [stage.people.mentee.id] });
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    clock.set(instantAt("2026-03-25", 8 * 60, "Europe/Berlin"));
    await enrollMentees(stage.organizer, { cohortId, menteeIds: [stage.people.newcomer.id] });
    const late = await enrollmentOf(stage.people.newcomer);
    expect(late.state).toBe("ACTIVE");
    expect(late.sessions.map((session) => toDay(session.day)).sort()[0]).toBe("2026-03-25");
    expect(new Set(late.sessions.map((session) => session.state))).toEqual(new Set(["CONFIRMED"]));
    expect(late.attempts.map((attempt) => toDay(attempt.day))).toEqual(["2026-04-03"]);
    expect((await enrollmentOf(stage.people.mentee)).attempts).toHaveLength(1);
  });

  it("refuses who is in a cohort already, who runs it, who is gone, and a cohort that is over", async () => {
    const cohortId = await stage.create({ menteeIds: [stage.people.mentee.id] });
    const add = (person: { id: string }) =>
      refusal(enrollMentees(stage.organizer, { cohortId, menteeIds: [person.id] }));
    expect(await add(stage.people.mentee)).toBe("cohorts.refused.menteeElsewhere");
    expect(await add(stage.people.organizer)).toBe("cohorts.refused.menteeOrganizes");
    expect(await add(await aPerson({ deactivatedAt: clock.now() }))).toBe("cohorts.refused.personGone");
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    clock.set(instantAt("2026-04-04", 0, "Europe/Berlin"));
    expect(await add(stage.people.newcomer)).toBe("cohorts.refused.daysOver");
    await cancelCohort(stage.organizer, { cohortId, reason });
    expect(await add(stage.people.newcomer)).toBe("cohorts.refused.ended");
    expect(await recorded("enrollments.enrollMentees")).toEqual([]);
  });

  it("takes somebody in once when two organizers add them at the same time", async () => {
    const cohortId = await stage.create({ menteeIds: [], organizerIds: [stage.people.second.id] });
    const input = { cohortId, menteeIds: [stage.people.mentee.id] };
    const tried = await Promise.allSettled([
      enrollMentees(stage.organizer, input),
      enrollMentees(stage.second, input),
    ]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db.enrollment.count()).toBe(1);
    expect(await recorded("enrollments.enrollMentees")).toHaveLength(1);
  });
});

describe("withdrawing a mentee", () => {
  it("ends the pairing, cancels what lies ahead, keeps what was, and tells mentee and mentor", async () => {
    const cohortId = await stage.create();
    await staff(stage, cohortId);
    await launchCohort(stage.organizer, { cohortId });
    clock.set(instantAt("2026-03-25", 8 * 60, "Europe/Berlin"));
    const { id: enrollmentId } = await enrollmentOf(stage.people.mentee);
    await withdrawMentee(stage.organizer, { enrollmentId, reason });
    const gone = await enrollmentOf(stage.people.mentee);
    expect([gone.state, gone.endReason, gone.endedAt]).toEqual(["WITHDRAWN", reason, clock.now()]);
    for (const { day, state } of gone.sessions) {
      expect(state).toBe(toDay(day) < "2026-03-25" ? "CONFIRMED" : "CANCELLED");
    }
    expect(gone.attempts.map((attempt) => attempt.state)).toEqual(["CANCELLED"]);
    expect(await db.pairing.findFirst({ where: { enrollmentId } })).toMatchObject({ state: "ENDED_EARLY" });
    expect(await told("withdrawn")).toEqual(["Priya Nair", "Sven Lund"]);
    expect(await recorded("enrollments.withdrawMentee")).toMatchObject([
      { data: { mentee: "Sven Lund", reason } },
    ]);
    expect((await enrollmentOf(stage.people.newcomer)).state).toBe("ACTIVE");
    expect(await refusal(withdrawMentee(stage.organizer, { enrollmentId, reason }))).toBe(
      "cohorts.refused.enrollmentStateAlready",
    );
    expect(await refusal(enrollMentees(stage.organizer, { cohortId, menteeIds: [gone.personId] }))).toBe(
      "cohorts.refused.menteeBefore",
    );
  });

  it("happens once when two organizers do it at the same time", async () => {
    await stage.create({ organizerIds: [stage.people.second.id] });
    const { id: enrollmentId } = await enrollmentOf(stage.people.mentee);
    const tried = await Promise.allSettled([
      withdrawMentee(stage.organizer, { enrollmentId, reason }),
      withdrawMentee(stage.second, { enrollmentId, reason }),
    ]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await recorded("enrollments.withdrawMentee")).toHaveLength(1);
  });
});

describe("whoever does not run the cohort", () => {
  it("can neither add nor withdraw mentees: not found", async () => {
    const cohortId = await stage.create({ menteeIds: [stage.people.mentee.id] });
    const { id: enrollmentId } = await enrollmentOf(stage.people.mentee);
    for (const person of ["second", "mentee", "manager", "outsider"] as const) {
      const other = await actor(stage.people[person]);
      const menteeIds = [stage.people.newcomer.id];
      expect(await refusal(enrollMentees(other, { cohortId, menteeIds }))).toBe("errors.notFound");
      expect(await refusal(withdrawMentee(other, { enrollmentId, reason }))).toBe("errors.notFound");
    }
    expect(await db.enrollment.findMany()).toMatchObject([{ state: "ENROLLED" }]);
  });

  it("gets nobody to choose from without running cohorts at all", async () => {
    const other = await actor(stage.people.manager);
    expect(await refusal(menteeCandidates(other, {}))).toBe("errors.notFound");
    expect(await refusal(floorChoices(other))).toBe("errors.notFound");
  });
});

describe("whom one can choose", () => {
  it("is found by name and by floor, newest hires first, and named with the cohort that has them", async () => {
    await stage.create({ menteeIds: [stage.people.mentee.id] });
    await db.person.update({
      where: { id: stage.people.spare.id },
      data: { hireDate: new Date("2026-02-01") },
    });
    const fresh = await menteeCandidates(stage.organizer, {});
    expect(fresh.people.map((one) => one.name)).toEqual([
      "Mei Tanaka",
      "Omar Haddad",
      "Priya Nair",
      "王小明",
    ]);
    const taken = await menteeCandidates(stage.organizer, { text: "sven" });
    expect(taken.people.map((one) => one.cohort)).toEqual(["SMB, spring"]);
    const named = await menteeCandidates(stage.organizer, { text: "小" });
    expect(named.people.map((one) => one.name)).toEqual(["王小明"]);
    const onFloor = await menteeCandidates(stage.organizer, { floorId: stage.floor.id });
    expect(onFloor.people).toHaveLength(3);
  });
});
