import { clock } from "@/lib/clock";
import type { PairingKind, Prisma } from "@/prisma/generated/client";

/** Sessions that somebody else can still lead: planned ones, and confirmed ones that have not begun. */
export function ahead(): Prisma.SessionWhereInput {
  return { OR: [{ state: "PLANNED" }, { state: "CONFIRMED", startsAt: { gt: clock.now() } }] };
}

/** The pair sessions that a mentor of this kind leads. Calls for which somebody was confirmed stay theirs. */
export function ledBy(kind: PairingKind): Prisma.SessionWhereInput {
  const calls = {
    template: { facilitatorRole: "CALL_MENTOR" as const },
    covers: { none: { state: "CONFIRMED" as const } },
  };
  if (kind === "CALL") return calls;
  return { OR: [{ template: { facilitatorRole: "LEAD_MENTOR" } }, { ...calls, facilitators: { none: {} } }] };
}
