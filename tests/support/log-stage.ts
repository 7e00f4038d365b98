import { addDays, type Day, instantAt } from "@/lib/dates";
import { emptyLog } from "@/lib/logs/prefill";
import type { WriteLog } from "@/lib/logs/schema";
import {
  aCohort,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  monday,
} from "@/tests/support/rows";

export const at = (day: Day, hour: number) => instantAt(day, hour * 60, "Europe/Berlin");
export const tuesday = addDays(monday, 1);

/** A running cohort with one mentee, a lead mentor, and people of every other kind. */
export async function aLogStage() {
  const people = {
    organizer: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    stranger: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    administrator: await aPerson({ grant: "ADMIN" }),
    manager: await aPerson(),
    mentor: await aPerson(),
    caller: await aPerson(),
    sme: await aPerson(),
  };
  const floor = await aFloor([people.manager]);
  const mentee = await aPerson({ floorId: floor.id });
  const program = await aProgram();
  const cohort = await aCohort({
    organizer: people.organizer,
    state: "ACTIVE",
    floors: [floor],
    versionId: program.id,
  });
  const enrollment = await anEnrollment(cohort, mentee, "ACTIVE");
  const nomination = await aNomination(cohort, floor, people.mentor);
  const pairing = await aPairing(enrollment, nomination);
  const calls = await aNomination(cohort, floor, people.caller, { kind: "CALL" });
  await aPairing(enrollment, calls, "ACTIVE", "CALL");
  return { ...people, mentee, floor, program, cohort, enrollment, nomination, pairing };
}

export const aLog = (enrollment: { id: string }, given: Partial<WriteLog> = {}): WriteLog => ({
  ...emptyLog([]),
  learned: "Asked three open questions",
  progress: "ON_TRACK",
  enrollmentId: enrollment.id,
  day: monday,
  version: 0,
  ...given,
});
