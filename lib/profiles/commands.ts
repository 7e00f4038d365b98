import { standingToPerson } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { clock } from "@/lib/clock";
import { type Db, db, transaction } from "@/lib/db";
import { folded } from "@/lib/matching/facts";
import { authorize } from "@/lib/permissions";
import type { SaveProfile, SetPortrait } from "./schema";

/** Writes one's own introduction card, for those whom one mentors and those who match mentors with mentees. */
export async function saveProfile(actor: Actor, input: SaveProfile, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    authorize("profiles.saveProfile", standingToPerson(actor, actor.personId));
    const { strengths, workStart, workEnd, ...told } = input;
    const { personId } = actor;
    const written = {
      ...told,
      workStartMinute: workStart,
      workEndMinute: workEnd,
      updatedAt: clock.now(),
    };
    const { id } = await tx.mentorProfile.upsert({
      where: { personId },
      create: { personId, ...written },
      update: written,
      select: { id: true },
    });
    const levels = new Map(strengths.map((one) => [folded(one.skill), one] as const));
    const kept = [...levels.values()].filter(({ level }) => level > 0);
    await tx.profileStrength.deleteMany({ where: { profileId: id } });
    await tx.profileStrength.createMany({ data: kept.map((one) => ({ profileId: id, ...one })) });
    const subject = { type: "Person", id: personId } as const;
    await audit(tx, actor, { action: "profiles.saveProfile", subject });
  });
}

/**
 * Puts a photo of oneself on one's introduction card, in place of one that is there. Refuses who is deactivated
 * meanwhile. The record says that it was changed, and holds no picture.
 */
export async function setPortrait(actor: Actor, input: SetPortrait, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { personId } = actor;
    authorize("profiles.setPortrait", standingToPerson(actor, personId));
    const written = { type: input.type, bytes: input.bytes, updatedAt: clock.now() };
    await tx.portrait.upsert({
      where: { personId },
      create: { personId, ...written },
      update: written,
      select: { personId: true },
    });
    const subject = { type: "Person", id: personId } as const;
    await audit(tx, actor, { action: "profiles.setPortrait", subject });
  });
}

/** Takes one's photo off one's introduction card, and forgets it. Where none is, nothing happens. */
export async function removePortrait(actor: Actor, _input: object, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const { personId } = actor;
    authorize("profiles.removePortrait", standingToPerson(actor, personId));
    const { count } = await tx.portrait.deleteMany({ where: { personId } });
    if (count === 0) return;
    const subject = { type: "Person", id: personId } as const;
    await audit(tx, actor, { action: "profiles.removePortrait", subject });
  });
}
