import { type MentorKind, type NominationDecision, servesAs, type Willingness } from "@/lib/mentors/rules";

type Asked = {
  id: string;
  kind: MentorKind;
  decision: NominationDecision;
  willingness: Willingness;
  invitedAt: Date | null;
  respondBy: Date | null;
  respondedAt: Date | null;
};

/**
 * Who of a list was invited, is out by a no, a "not this time" or a lapse, and has nobody in their place yet: whoever
 * has been out longest first. Each later invitation of somebody else, unless it came to nothing too, takes one place.
 */
export function gapsOf<One extends Asked>(nominations: readonly One[]): One[] {
  const approved = nominations.filter((one) => one.decision === "APPROVED");
  const gaps = approved
    .filter(({ willingness }) => willingness !== "NOT_ASKED" && !holds(willingness))
    .map((one) => ({ one, since: outSince(one) }))
    .sort((a, b) => a.since - b.since);
  const invitations = approved
    .flatMap(({ willingness, invitedAt }) => (holds(willingness) && invitedAt ? [invitedAt.getTime()] : []))
    .sort((a, b) => a - b);
  for (const invitedAt of invitations) {
    const taken = gaps.findIndex(({ since }) => since < invitedAt);
    if (taken >= 0) gaps.splice(taken, 1);
  }
  return gaps.map(({ one }) => one);
}

/** An invitation that is open, or was answered with yes. */
const holds = (willingness: Willingness) => willingness === "INVITED" || willingness === "ACCEPTED";

const outSince = ({ respondedAt, respondBy }: Asked) => (respondedAt ?? respondBy)?.getTime() ?? 0;

export type Candidate = {
  id: string;
  kind: MentorKind;
  decision: NominationDecision;
  willingness: Willingness;
  /** The account was deactivated, or mentoring is paused: nothing is asked of them. */
  away: boolean;
  /** The mean of their scorecard, 1 to 5; null while nobody has judged them. */
  score: number | null;
  /** Mentees they led to the certificate. */
  certified: number;
  /** Places of the nomination that no current mentee takes. */
  free: number;
  createdAt: Date;
};

/** Where somebody stands whom nobody has judged: in the middle of the scale. */
const unjudged = 3;
const tenths = (score: number | null) => Math.round((score ?? unjudged) * 10);

/**
 * Who of a list could be asked next, the best first: approved or proposed, not asked yet, not away, with room, and of a
 * kind that a gap needs. Approved people come before proposed ones, because they can be asked at once; then the higher
 * scorecard, the more mentees certified, the more free places; and of equals, who was proposed first.
 */
export function rankNextBest<One extends Candidate>(
  nominations: readonly One[],
  gaps: readonly { kind: MentorKind }[],
): One[] {
  const fits = ({ kind, decision }: One) =>
    // What somebody who is only proposed will do is not decided yet.
    decision === "PROPOSED" || gaps.some((gap) => serves(kind, gap.kind));
  return nominations
    .filter(
      (one) =>
        (one.decision === "APPROVED" || one.decision === "PROPOSED") &&
        one.willingness === "NOT_ASKED" &&
        !one.away &&
        one.free > 0 &&
        fits(one),
    )
    .sort(
      (a, b) =>
        Number(b.decision === "APPROVED") - Number(a.decision === "APPROVED") ||
        tenths(b.score) - tenths(a.score) ||
        b.certified - a.certified ||
        b.free - a.free ||
        a.createdAt.getTime() - b.createdAt.getTime() ||
        a.id.localeCompare(b.id),
    );
}

/** Whether somebody of one kind can do some of what somebody of another was to do. */
function serves(mentor: MentorKind, wanted: MentorKind): boolean {
  return wanted === "BOTH" || servesAs(mentor, wanted);
}
