import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { refuse, UserError } from "@/lib/errors";
import { intakeRefusal } from "@/lib/intakes/rules";
import { standingToIntake } from "@/lib/intakes/standing";
import { authorize, type Permission, type Relation } from "@/lib/permissions";
import { refuseUnseen } from "@/lib/saved";
import type { SaveMenteePart, SaveTrainerPart } from "./schema";

/** The mentee whose intake this person may write a part of now, and what they are to it. */
async function reach(tx: Tx, actor: Actor, deed: Permission, enrollmentId: string) {
  const stands: ReadonlySet<Relation> = await standingToIntake(tx, actor, enrollmentId);
  authorize(deed, stands);
  const enrollment = await tx.enrollment.findUniqueOrThrow({
    where: { id: enrollmentId },
    select: {
      id: true,
      state: true,
      cohortId: true,
      person: { select: { name: true } },
      cohort: { select: { name: true, state: true, versionId: true } },
    },
  });
  refuse(intakeRefusal({ cohort: enrollment.cohort.state, enrollment: enrollment.state }));
  // Who saves a part of the same intake follows each other.
  await tx.$queryRaw`SELECT 1 FROM "Enrollment" WHERE id = ${enrollmentId}::uuid FOR NO KEY UPDATE`;
  return { enrollment, stands };
}

/** The version that a part gets by this save. Refuses when it was saved since the form was filled in. */
async function nextVersion(
  tx: Tx,
  actor: Actor,
  action: "intakes.saveMenteePart" | "intakes.saveTrainerPart",
  { enrollmentId, seen }: { enrollmentId: string; seen: number },
): Promise<number> {
  const saved = await tx.intake.findUnique({
    where: { enrollmentId },
    select: { menteeVersion: true, trainerVersion: true },
  });
  const now = (action === "intakes.saveMenteePart" ? saved?.menteeVersion : saved?.trainerVersion) ?? 0;
  await refuseUnseen(tx, actor, { seen, now, actions: [action], subjectId: enrollmentId });
  return now + 1;
}

type Reached = Awaited<ReturnType<typeof reach>>["enrollment"];

/** The record names who and whose, never what was told. */
async function record(tx: Tx, actor: Actor, action: Permission, enrollment: Reached): Promise<void> {
  const { id, cohortId, person, cohort } = enrollment;
  const data = { person: person.name, cohort: cohort.name };
  await audit(tx, actor, { action, cohortId, subject: { type: "Enrollment", id }, data });
}

/**
 * Writes the mentee's part of an intake: for the mentee, or for an organizer in their place. Only the mentee says
 * whether their needs are looked at when mentors are chosen: from an organizer that answer is left as it is. Refuses
 * a mentee who is done, and to write over what was saved since. Gives the version that it is by now.
 */
export async function saveMenteePart(
  actor: Actor,
  input: SaveMenteePart,
  on: Db = db,
): Promise<{ seen: number }> {
  return transaction(on, async (tx) => {
    const { enrollmentId, seen, workStart, workEnd, needsForMatching, ...told } = input;
    const { enrollment, stands } = await reach(tx, actor, "intakes.saveMenteePart", enrollmentId);
    const menteeVersion = await nextVersion(tx, actor, "intakes.saveMenteePart", { enrollmentId, seen });
    const written = {
      ...told,
      menteeVersion,
      ...(stands.has("mentee") ? { needsForMatching } : {}),
      workStartMinute: workStart,
      workEndMinute: workEnd,
      menteeFilledAt: clock.now(),
    };
    await tx.intake.upsert({
      where: { enrollmentId },
      create: { enrollmentId, ...written },
      update: written,
      select: { id: true },
    });
    await record(tx, actor, "intakes.saveMenteePart", enrollment);
    return { seen: menteeVersion };
  });
}

/**
 * Writes the trainer's part of an intake: for a trainer, or for an organizer. A skill that is not named keeps its gap;
 * one with null was not asked for. Refuses a skill of another program, a mentee who is done, and to write over what was
 * saved since. Gives the version that it is by now.
 */
export async function saveTrainerPart(
  actor: Actor,
  input: SaveTrainerPart,
  on: Db = db,
): Promise<{ seen: number }> {
  return transaction(on, async (tx) => {
    const { enrollmentId, seen, learningStyle, gaps } = input;
    const { enrollment } = await reach(tx, actor, "intakes.saveTrainerPart", enrollmentId);
    const levels = new Map(gaps.map(({ skillId, level }) => [skillId, level]));
    const skillIds = [...levels.keys()];
    const { versionId } = enrollment.cohort;
    const known = await tx.skill.count({ where: { versionId, id: { in: skillIds } } });
    if (known < skillIds.length) throw new UserError("intakes.refused.otherProgram");
    const trainerVersion = await nextVersion(tx, actor, "intakes.saveTrainerPart", { enrollmentId, seen });
    const written = { trainerStyle: learningStyle, trainerVersion, trainerFilledAt: clock.now() };
    const { id: intakeId } = await tx.intake.upsert({
      where: { enrollmentId },
      create: { enrollmentId, ...written },
      update: written,
      select: { id: true },
    });
    await tx.intakeGap.deleteMany({ where: { intakeId, skillId: { in: skillIds } } });
    await tx.intakeGap.createMany({
      data: [...levels].flatMap(([skillId, level]) => (level === null ? [] : [{ intakeId, skillId, level }])),
    });
    await record(tx, actor, "intakes.saveTrainerPart", enrollment);
    return { seen: trainerVersion };
  });
}
