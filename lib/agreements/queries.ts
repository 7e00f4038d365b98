import type { Actor } from "@/lib/actor";
import { countdown } from "@/lib/agreements/rules";
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
  nomination: { select: { id: true, hoursPerWeek: true } },
  enrollment: { select: { id: true, person: { select: cardSelect } } },
  cohort: {
    select: {
      id: true,
      name: true,
      state: true,
      timeZone: true,
      days: { where: { phase: { not: "PREPARATION" } }, orderBy: { day: "asc" }, select: { day: true } },
      version: { select: { icebreakers: true } },
    },
  },
} satisfies Prisma.PairingSelect;

/**
 * The page of one pairing: the two, how long they have, and what they can begin with. For the two of them, the
 * organizers and the managers of the mentee's floor; why it ended is for organizers. Anybody else: not found.
 */
export async function pairingPage(actor: Actor, pairingId: string) {
  const stands = await standingToPairing(db, actor, pairingId);
  authorize("agreements.seePairing", stands);
  const row = await db.pairing.findUniqueOrThrow({ where: { id: pairingId }, select: pageSelect });
  const { cohort, endReason, startsOn, endsOn, ...pairing } = row;
  const { days, version, ...ofCohort } = cohort;
  const today = dayAt(clock.now(), cohort.timeZone);
  const period = { startsOn: toDay(startsOn), endsOn: toDay(endsOn) };
  const working = days.map(({ day }) => ({ day: toDay(day) }));
  return {
    ...pairing,
    ...period,
    stands,
    side: sideOf(stands),
    endReason: stands.has("organizer") ? endReason : null,
    cohort: ofCohort,
    countdown: countdown({ state: row.state, ...period }, working, today),
    icebreakers: version.icebreakers,
  };
}

/** Which of the two somebody is, when they are one of them. */
function sideOf(stands: ReadonlySet<string>): "mentor" | "mentee" | null {
  if (stands.has("mentee")) return "mentee";
  return stands.has("leadMentor") || stands.has("callMentor") ? "mentor" : null;
}

export type PairingPage = Awaited<ReturnType<typeof pairingPage>>;
