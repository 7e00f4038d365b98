import { addDays, type Day, instantAt } from "@/lib/dates";
import { db } from "@/lib/db";
import { aCohort, aFloor, aNomination, anEnrollment, aPairing, aPerson, monday } from "@/tests/support/rows";

export const zone = "Europe/Berlin";
export const at = (day: Day, time: string) =>
  instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), zone);
export const tuesday = addDays(monday, 1);

/** An active cohort with an organizer, two mentees and their mentors, and a floor with its manager. */
export async function aSessionStage(state: "PLANNING" | "ACTIVE" = "ACTIVE") {
  const [organizer, mentor, other, menteeOne, menteeTwo, manager, sme, stranger] = await Promise.all([
    aPerson({ grant: "ENABLEMENT_MANAGER" }),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson(),
    aPerson({ grant: "ENABLEMENT_MANAGER" }),
  ]);
  const floor = await aFloor([manager]);
  const cohort = await aCohort({ organizer, state, floors: [floor] });
  const running = state === "ACTIVE" ? "ACTIVE" : "ENROLLED";
  const one = await anEnrollment(cohort, menteeOne, running);
  const two = await anEnrollment(cohort, menteeTwo, running);
  const nomination = await aNomination(cohort, floor, mentor);
  const pairing = await aPairing(one, nomination, state === "ACTIVE" ? "ACTIVE" : "CONFIRMED");
  return {
    organizer,
    mentor,
    other,
    menteeOne,
    menteeTwo,
    manager,
    sme,
    stranger,
    floor,
    cohort,
    one,
    two,
    nomination,
    pairing,
  };
}

export const messagesOf = async (person: { id: string }) =>
  (await db.message.findMany({ where: { personId: person.id }, select: { kind: true } })).map(
    (one) => one.kind,
  );
export const auditOf = (subjectId: string) => db.auditRecord.count({ where: { subjectId } });
