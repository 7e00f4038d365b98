import { standingToList } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { releaseCovers } from "@/lib/call-covers/releasing";
import { timeInWords } from "@/lib/catalogue";
import { clock } from "@/lib/clock";
import { dayAt } from "@/lib/dates";
import { type Db, db, type Tx, transaction } from "@/lib/db";
import { NotFoundError, refuse, type Sentence, UserError } from "@/lib/errors";
import { writeSelling } from "@/lib/mentor-loads/commands";
import {
  listPath,
  managersOf,
  organizersOf,
  type ReachedList,
  type ReachedNomination,
  reachList,
  reachNomination,
  recordOnList,
  tellOfList,
  writeNomination,
} from "@/lib/mentors/commands";
import {
  capacityRefusal,
  deciderRefusal,
  decisionRefusal,
  leavingRefusal,
  type MentorKind,
  proposalRefusal,
  servesAs,
} from "@/lib/mentors/rules";
import { currentPairings, dropSuggestions } from "@/lib/nominations/pairings";
import { authorize, type Permission } from "@/lib/permissions";
import type {
  ApproveNominations,
  DecideNomination,
  ProposeMentors,
  ProposeSelf,
  WithdrawNomination,
} from "./schema";

type Proposed = { proposed: number };

/**
 * Proposes people of the list's floor and tells its managers. Gives how many are new on the list. Refuses a submitted
 * list, people of elsewhere or who have paused, a mentee of the same cohort, and when everybody was proposed before.
 */
export async function proposeMentors(actor: Actor, input: ProposeMentors, on: Db = db): Promise<Proposed> {
  return transaction(on, async (tx) => {
    const list = await reachList(tx, actor, "nominations.proposeMentors", input.listId);
    return propose(tx, actor, "nominations.proposeMentors", list, [...new Set(input.personIds)]);
  });
}

/** Proposes oneself on a list of one's own floor and tells its managers. Refuses what {@link proposeMentors} does. */
export async function proposeSelf(actor: Actor, input: ProposeSelf, on: Db = db): Promise<Proposed> {
  return transaction(on, async (tx) => {
    const list = await reachList(tx, actor, "nominations.proposeSelf", input.listId);
    return propose(tx, actor, "nominations.proposeSelf", list, [actor.personId]);
  });
}

async function propose(tx: Tx, actor: Actor, deed: Permission, list: ReachedList, personIds: string[]) {
  refuse(proposalRefusal({ state: list.state, cohortState: list.cohort.state }));
  await checkProposable(tx, list, personIds);
  const created = await tx.mentorNomination.createManyAndReturn({
    data: personIds.map((personId) => ({
      listId: list.id,
      personId,
      proposedById: actor.personId,
      createdAt: clock.now(),
    })),
    skipDuplicates: true,
    select: { id: true, person: { select: { name: true } } },
  });
  const [first] = created;
  if (!first) throw new UserError("mentors.refused.alreadyProposed");
  for (const { id, person } of created) {
    await recordOnList(tx, actor, deed, list, { person: person.name }, id);
  }
  await tellOfList(tx, actor, "nominationProposed", list, managersOf(list), listPath(list), {
    person: first.person.name,
    others: created.length - 1,
    actor: actor.name,
  });
  return { proposed: created.length };
}

async function checkProposable(tx: Tx, list: ReachedList, personIds: string[]): Promise<void> {
  const people = await tx.person.findMany({
    where: { id: { in: personIds }, floorId: list.floorId, deactivatedAt: null },
    select: {
      name: true,
      pauses: { where: { endedAt: null }, select: { id: true } },
      enrollments: {
        where: { cohortId: list.cohortId, state: { not: "WITHDRAWN" } },
        take: 1,
        select: { id: true },
      },
    },
  });
  if (people.length < personIds.length) throw new NotFoundError();
  const paused = people.find((person) => person.pauses.length > 0);
  if (paused) throw new UserError("mentor-leave.refused.pausedPerson", { person: paused.name });
  const mentee = people.find((person) => person.enrollments.length > 0);
  // In a peer program the mentees of a cohort mentor each other.
  if (mentee && list.cohort.version.model !== "PEER") {
    throw new UserError("mentors.refused.isMentee", { person: mentee.name });
  }
}

/**
 * Approves somebody as a mentor, with kind, hours a week and capacity, or declines with a reason, and tells whoever
 * proposed them. Approving again changes the terms. Refuses a decision on oneself, on a submitted list, more than the
 * program's cap, to decline or to use otherwise somebody with mentees; and when somebody else decided meanwhile, says who
 * and when. Whoever approves may state with it what hours the person has with own customers.
 */
export async function decideNomination(actor: Actor, input: DecideNomination, on: Db = db): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "nominations.decideNomination", input.nominationId);
    const selling = input.decision === "APPROVED" && input.selling;
    if (selling) await writeSelling(tx, actor, { ...selling, personId: nomination.personId });
    if (isRepeated(nomination, actor, input)) return;
    checkDecision(nomination, actor, input);
    const { id, list, personId, proposedById, person } = nomination;
    const decided = { decidedById: actor.personId, decidedAt: clock.now() };
    if (input.decision === "APPROVED") {
      const { decision, kind, hoursPerWeek, capacity } = input;
      await keepKind(tx, nomination, kind);
      const overCapReason = exceptionOf(nomination, capacity);
      const terms = { decision, kind, hoursPerWeek, capacity, overCapReason, declineReason: null };
      await writeNomination(tx, nomination, { ...terms, ...decided });
      const data = { person: person.name, decision, kind, hours: hoursPerWeek, capacity };
      await recordOnList(tx, actor, "nominations.decideNomination", list, data, id);
      if (kind === "LEAD") await freeCalls(tx, actor, nomination);
    } else {
      const { decision, reason } = input;
      const left = await dropSuggestions(tx, nomination, await currentPairings(tx, nomination));
      refuse(leavingRefusal(left.length));
      await writeNomination(tx, nomination, { decision, declineReason: reason, ...decided });
      const data = { person: person.name, decision, kind: "", hours: 0, capacity: 0, reason };
      await recordOnList(tx, actor, "nominations.decideNomination", list, data, id);
      await freeCalls(tx, actor, nomination);
    }
    const self = proposedById === personId;
    const href = self ? `/nominations/${id}` : listPath(list);
    await tellOfList(tx, actor, "nominationDecided", list, [proposedById], href, {
      person: person.name,
      decision: input.decision,
      self: self ? "yes" : "no",
      actor: actor.name,
    });
  });
}

/** An organizer's reason for more than the cap stays with the number that it was given for. */
function exceptionOf({ capacity, overCapReason }: ReachedNomination, wanted: number): string | null {
  return wanted === capacity ? overCapReason : null;
}

/** What they mentor as is not taken from somebody who has mentees that way; what is only suggested is dropped. */
async function keepKind(tx: Tx, nomination: ReachedNomination, kind: MentorKind): Promise<void> {
  if (nomination.decision !== "APPROVED" || kind === "BOTH" || kind === nomination.kind) return;
  const others = (await currentPairings(tx, nomination)).filter((one) => !servesAs(kind, one.kind));
  const left = await dropSuggestions(tx, nomination, others);
  if (left.length > 0) throw new UserError("mentors.refused.kindTaken");
}

/** The same decision of the same person once more: a second press, not a second deed. */
function isRepeated(nomination: ReachedNomination, actor: Actor, input: DecideNomination): boolean {
  const { decision, decidedById, kind, hoursPerWeek, capacity } = nomination;
  if (decision !== input.decision || decidedById !== actor.personId) return false;
  if (input.decision === "DECLINED") return input.was !== "DECLINED";
  return input.kind === kind && input.hoursPerWeek === hoursPerWeek && input.capacity === capacity;
}

function checkDecision(nomination: ReachedNomination, actor: Actor, input: DecideNomination): void {
  const { personId, decision, decidedBy, decidedAt, list, person } = nomination;
  if (personId !== actor.personId && decision !== input.was && decidedBy && decidedAt) {
    throw new UserError("mentors.refused.decidedMeanwhile", {
      actor: decidedBy.name,
      decision,
      person: person.name,
      day: dayAt(decidedAt, actor.timeZone),
      time: timeInWords(decidedAt, actor.timeZone),
    });
  }
  // New terms for somebody approved are decided like a first approval.
  const from = decision === "APPROVED" && input.decision === "APPROVED" ? "PROPOSED" : decision;
  refuse(deciderRefusal({ personId, decision: from, listState: list.state }, actor.personId, input.decision));
  if (input.decision === "DECLINED") return;
  if (person.deactivatedAt) throw new UserError("mentors.refused.personGone");
  const exception = exceptionOf(nomination, input.capacity);
  const capacity = capacityRefusal(input.capacity, list.cohort.version.cap, exception);
  if (capacity) throw new UserError(capacity.key, capacity.values, { field: "capacity" });
}

/** What became of one person of several: no refusal means that they are approved. */
type ApprovedRow = { nominationId: string; name: string; refusal: Sentence | null };

/**
 * Approves several undecided people of one list on the same terms, each as {@link decideNomination} does. Who cannot be
 * approved stays as they are: each row says what became of it. Refuses with "not found" people of another list.
 */
export async function approveNominations(
  actor: Actor,
  { listId, nominationIds, ...terms }: ApproveNominations,
  on: Db = db,
): Promise<{ rows: ApprovedRow[] }> {
  authorize("nominations.approveNominations", await standingToList(on, actor, listId));
  const ids = [...new Set(nominationIds)];
  const found = await on.mentorNomination.findMany({
    where: { id: { in: ids }, listId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, person: { select: { name: true } } },
  });
  if (found.length < ids.length) throw new NotFoundError();
  const rows: ApprovedRow[] = [];
  for (const { id: nominationId, person } of found) {
    const input = { nominationId, was: "PROPOSED", decision: "APPROVED", ...terms } as const;
    rows.push({
      nominationId,
      name: person.name,
      refusal: await refusalOf(decideNomination(actor, input, on)),
    });
  }
  return { rows };
}

/** What a deed is refused with, in words; null when it was done. */
async function refusalOf(deed: Promise<void>): Promise<Sentence | null> {
  try {
    await deed;
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
}

/** Whoever is no call mentor any more sits in on nobody's calls. */
function freeCalls(tx: Tx, actor: Actor, { id, personId }: ReachedNomination): Promise<void> {
  return releaseCovers(tx, actor, { personId, nominationId: id, why: "withdrawn" });
}

/**
 * Takes somebody, or oneself, off a list and tells whom it concerns. An organizer is refused while they have current
 * mentees. Who goes by themselves keeps those until an organizer has handed each over, and is suggested for nobody more.
 */
export async function withdrawNomination(
  actor: Actor,
  input: WithdrawNomination,
  on: Db = db,
): Promise<void> {
  await transaction(on, async (tx) => {
    const nomination = await reachNomination(tx, actor, "nominations.withdrawNomination", input.nominationId);
    const { id, list, personId, person, decision } = nomination;
    refuse(decisionRefusal(decision, "WITHDRAWN"));
    const pairings = await currentPairings(tx, nomination);
    const own = personId === actor.personId;
    if (!own) refuse(leavingRefusal(pairings.length));
    await writeNomination(tx, nomination, { decision: "WITHDRAWN" });
    const left = await dropSuggestions(tx, nomination, pairings);
    const data = { person: person.name, self: own ? "yes" : "no" };
    await recordOnList(tx, actor, "nominations.withdrawNomination", list, data, id);
    await freeCalls(tx, actor, nomination);
    const said = { ...data, actor: actor.name };
    const organizers = organizersOf(list).filter((one) => one !== personId);
    const managers = managersOf(list).filter((one) => one !== personId && !organizers.includes(one));
    const pairs = `/cohorts/${list.cohortId}/pairings`;
    if (left.length > 0) {
      const leaves = { person: person.name, count: left.length };
      await tellOfList(tx, actor, "mentorLeaves", list, organizers, pairs, leaves);
    } else {
      await tellOfList(tx, actor, "nominationWithdrawn", list, organizers, listPath(list), said);
    }
    await tellOfList(tx, actor, "nominationWithdrawn", list, managers, listPath(list), said);
    await tellOfList(tx, actor, "nominationWithdrawn", list, [personId], `/nominations/${id}`, said);
  });
}
