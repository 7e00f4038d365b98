import { z } from "zod";
import { standingToCohort } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { clock } from "@/lib/clock";
import { db } from "@/lib/db";
import type { Sentence } from "@/lib/errors";
import { loadMatching } from "@/lib/matching/queries";
import { authorize } from "@/lib/permissions";
import { toSuggestions } from "@/lib/suggestions/explained";
import { compareProposals, hangs, type Proposal } from "@/lib/suggestions/rules";
import type { Prisma } from "@/prisma/generated/client";

/** What is suggested in a cohort, why, and who cannot be paired. For its organizers. Anybody else: not found. */
export async function getSuggestions(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  return toSuggestions(await loadMatching(db, cohortId));
}

const runSelect = {
  id: true,
  state: true,
  objective: true,
  balance: true,
  createdAt: true,
  seenAt: true,
  endedAt: true,
  step: true,
  done: true,
  all: true,
  suggested: true,
  unpaired: true,
  total: true,
  lowest: true,
  failure: true,
  startedBy: { select: { name: true } },
} satisfies Prisma.SuggestionRunSelect;

const proposals = z.array(
  z.object({
    enrollmentId: z.string(),
    mentee: z.string(),
    mentorId: z.string().nullable(),
    mentor: z.string().nullable(),
    score: z.number().nullable(),
  }) satisfies z.ZodType<Proposal>,
);

/**
 * The last time that mentors were suggested in a cohort: how far it is, or why it failed, or what it came to and for
 * whom it proposed somebody else than the run before. Null when it never was. For its organizers; anybody else: not found.
 */
export async function getLastRun(actor: Actor, cohortId: string) {
  authorize("pairings.seeAll", await standingToCohort(db, actor, cohortId));
  const [last, ready] = await Promise.all([
    db.suggestionRun.findFirst({ where: { cohortId }, orderBy: { id: "desc" }, select: runSelect }),
    db.suggestionRun.findMany({
      where: { cohortId, state: "READY" },
      orderBy: { id: "desc" },
      take: 2,
      select: { id: true, total: true, lowest: true, proposals: true },
    }),
  ]);
  if (!last) return null;
  const { startedBy, failure, seenAt, ...run } = last;
  const hung = hangs(last, clock.now());
  const [now, before] = ready;
  const compares = now?.id === last.id && before !== undefined;
  return {
    ...run,
    state: hung ? ("FAILED" as const) : run.state,
    failure: (hung ? { key: "suggestions.run.hung" } : failure) as Sentence | null,
    by: startedBy.name,
    at: run.endedAt ?? seenAt,
    before: compares ? { total: before.total ?? 0, lowest: before.lowest } : null,
    changes: compares
      ? compareProposals(proposals.parse(before.proposals), proposals.parse(now.proposals))
      : [],
  };
}

export type ShownRun = NonNullable<Awaited<ReturnType<typeof getLastRun>>>;
