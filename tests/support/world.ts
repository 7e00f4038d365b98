import type { Actor } from "@/lib/actor";
import { assignAssessors } from "@/lib/attempts/commands";
import { scheduleFirstAttempts } from "@/lib/certification/commands";
import { fromDay } from "@/lib/dates";
import { db, type Tx, transaction } from "@/lib/db";
import { announce } from "@/lib/outbox";
import type { Permission, Relation } from "@/lib/permissions";
import { aBlock, aCover } from "./call-stage";
import { anImport } from "./import-stage";
import { aGoal } from "./pairing-stage";
import {
  aCohort,
  actor,
  aFloor,
  aNomination,
  anEnrollment,
  aPairing,
  aPerson,
  aProgram,
  aSession,
  mondayMorning,
} from "./rows";

/** Every kind of person, seen from one mentee of one running cohort. */
export const kinds = [
  "stranger",
  "self",
  "administrator",
  "other enablement manager",
  "trainer",
  "organizer",
  "floor manager",
  "floor delegate",
  "manager of another floor",
  "colleague",
  "nominee",
  "lead mentor",
  "call mentor",
  "former mentor",
  "mentor of another mentee",
  "mentee",
  "other mentee",
  "sme",
  "assessor",
  "stakeholder",
] as const;
export type Kind = (typeof kinds)[number];

/** What each kind of person is to anything at all, from their grants. */
const granted: Partial<Record<Kind, Relation>> = {
  administrator: "administrator",
  "other enablement manager": "enablementManager",
  organizer: "enablementManager",
  trainer: "trainer",
};

const onTheFloor: Kind[] = [
  "colleague",
  "nominee",
  "lead mentor",
  "call mentor",
  "former mentor",
  "mentor of another mentee",
  "mentee",
  "other mentee",
];
const everyone = (kind: readonly Kind[], relation: Relation) =>
  Object.fromEntries(kind.map((one) => [one, [relation]])) as Partial<Record<Kind, Relation[]>>;

/** A manager, and who stands in for one. */
const runsTheFloor = everyone(["floor manager", "floor delegate"], "floorManager");

/**
 * What each kind of person is to what an attempt is about, written down by hand from domain.md: the product's own
 * answer in lib/access.ts is what this proves. Who is not named is nothing to it.
 */
export const relationsTo = {
  /** Nothing in particular: what only a grant decides. */
  organization: {},
  /** The account, the message and the sign-in of the one who is called self. */
  self: { self: ["self"] },
  /** Whatever belongs to whoever asks. */
  oneself: everyone(kinds, "self"),
  /** What needs no sign-in. */
  anybody: everyone(kinds, "visitor"),
  cohort: {
    organizer: ["organizer"],
    ...runsTheFloor,
    nominee: ["nominee"],
    "lead mentor": ["leadMentor", "nominee"],
    "call mentor": ["callMentor", "nominee"],
    "former mentor": ["nominee"],
    "mentor of another mentee": ["leadMentor", "nominee"],
    mentee: ["mentee"],
    "other mentee": ["mentee"],
    sme: ["sme"],
    assessor: ["assessor"],
    stakeholder: ["stakeholder"],
  },
  list: { ...everyone(onTheFloor, "colleague"), organizer: ["organizer"], ...runsTheFloor },
  floor: { ...everyone(onTheFloor, "colleague"), ...runsTheFloor },
  /** Who stands in for a manager: a delegate does not hand that on. */
  delegation: { ...everyone(onTheFloor, "colleague"), "floor manager": ["floorManager"] },
  nomination: {
    ...everyone(onTheFloor, "colleague"),
    organizer: ["organizer"],
    ...runsTheFloor,
    nominee: ["nominee", "colleague"],
  },
  mentor: { organizer: ["organizer"], ...runsTheFloor, nominee: ["self"] },
  mentee: {
    organizer: ["organizer"],
    ...runsTheFloor,
    "lead mentor": ["leadMentor"],
    "call mentor": ["callMentor"],
    mentee: ["mentee"],
    assessor: ["assessor"],
  },
  /** Whom the mentee is not to be paired with. */
  wish: { organizer: ["organizer"], mentee: ["self"] },
  pairing: {
    organizer: ["organizer"],
    ...runsTheFloor,
    "lead mentor": ["leadMentor"],
    mentee: ["mentee"],
  },
  attempt: { organizer: ["organizer"], assessor: ["assessor"], mentee: ["mentee"] },
  "group session": {
    organizer: ["organizer"],
    sme: ["sme"],
    mentee: ["mentee"],
    "other mentee": ["mentee"],
    ...runsTheFloor,
  },
  "pair session": {
    organizer: ["organizer"],
    "lead mentor": ["leadMentor", "sme"],
    "call mentor": ["callMentor"],
    mentee: ["mentee"],
    ...runsTheFloor,
    assessor: ["assessor"],
  },
  "sign-off": { organizer: ["organizer"], stakeholder: ["stakeholder"] },
} satisfies Record<string, Partial<Record<Kind, readonly Relation[]>>>;
export type About = keyof typeof relationsTo;

/** What a kind of person is to something of the world. */
export function relationsOf(kind: Kind, about: About): Relation[] {
  const to: Partial<Record<Kind, readonly Relation[]>> = relationsTo[about];
  const grant = granted[kind];
  return ["person", ...(grant ? [grant] : []), ...(to[kind] ?? [])];
}

async function people() {
  const floorManager = await aPerson({ title: "Floor manager" });
  const floor = await aFloor([floorManager]);
  const elsewhere = await aPerson();
  await aFloor([elsewhere]);
  const plain = () => aPerson();
  const here = () => aPerson({ floorId: floor.id });
  const made: Record<Kind, Awaited<ReturnType<typeof aPerson>>> = {
    stranger: await plain(),
    self: await plain(),
    administrator: await aPerson({ grant: "ADMIN" }),
    "other enablement manager": await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    trainer: await aPerson({ grant: "TRAINER" }),
    organizer: await aPerson({ grant: "ENABLEMENT_MANAGER" }),
    "floor manager": floorManager,
    "floor delegate": await plain(),
    "manager of another floor": elsewhere,
    colleague: await here(),
    nominee: await here(),
    "lead mentor": await here(),
    "call mentor": await here(),
    "former mentor": await here(),
    "mentor of another mentee": await here(),
    mentee: await here(),
    "other mentee": await here(),
    sme: await plain(),
    assessor: await plain(),
    stakeholder: await plain(),
  };
  const delegateId = made["floor delegate"].id;
  const days = { firstDay: fromDay("2026-03-02"), lastDay: fromDay("2026-03-03") };
  const named = { createdById: floorManager.id, createdAt: mondayMorning, ...days };
  await db.floorDelegate.create({
    data: { floorId: floor.id, managerId: floorManager.id, delegateId, ...named },
  });
  return { made, floor };
}

type Made = Awaited<ReturnType<typeof people>>["made"];

/** The running cohort with its pairings, sessions, attempts and what else deeds are about. */
async function cohortOf(made: Made, floor: { id: string }) {
  const program = await aProgram({ calls: true, scenario: "The silent mentee" });
  const versionId = program.id;
  const cohort = await aCohort({ organizer: made.organizer, state: "ACTIVE", floors: [floor], versionId });
  const enrollment = await anEnrollment(cohort, made.mentee, "ACTIVE");
  const other = await anEnrollment(cohort, made["other mentee"], "ACTIVE");
  const mentor = (kind: Kind, as: "LEAD" | "CALL" = "LEAD") =>
    aNomination(cohort, floor, made[kind], { kind: as });
  await aPairing(enrollment, await mentor("former mentor"), "REASSIGNED");
  const pairing = await aPairing(enrollment, await mentor("lead mentor"));
  const caller = await mentor("call mentor", "CALL");
  await aPairing(enrollment, caller, "ACTIVE", "CALL");
  const cover = await aCover(await aBlock(cohort, enrollment), caller);
  await aPairing(other, await mentor("mentor of another mentee"));
  const nomination = await aNomination(cohort, floor, made.nominee, {
    willingness: "INVITED",
    training: "NOT_STARTED",
  });
  const attends = [enrollment, other];
  const group = await aSession(cohort, {
    kind: "SME_TRAINING",
    facilitator: made.sme,
    state: "CONFIRMED",
    attends,
  });
  const pair = await aSession(cohort, { enrollment, facilitator: made["lead mentor"], state: "CONFIRMED" });
  const signOff = await db.signOff.create({
    data: { cohortId: cohort.id, personId: made.stakeholder.id, about: "Launch", createdAt: mondayMorning },
  });
  const milestone = await db.milestone.create({
    data: { cohortId: cohort.id, key: "go", title: "Go", who: "You", day: fromDay("2026-03-02") },
  });
  await transaction(db, (tx) => scheduleFirstAttempts(tx, { cohortId: cohort.id }));
  const attempt = await db.certificationAttempt.findFirstOrThrow({ where: { enrollmentId: enrollment.id } });
  const assessorIds = [made.assessor.id];
  await assignAssessors(await actor(made.organizer), { attemptId: attempt.id, assessorIds });
  const criteria = await db.criterion.findMany({ where: { rubricId: attempt.rubricId } });
  const goal = await aGoal(pairing, made.organizer);
  return {
    cohort,
    enrollment,
    pairing,
    cover,
    goal,
    nomination,
    group,
    pair,
    signOff,
    milestone,
    attempt,
    criteria,
  };
}

/** One world in which every deed can be tried by everybody; each try is undone. */
export async function aWorld() {
  await db.organization.create({ data: { id: 1, name: "Brightline", timeZone: "Europe/Berlin" } });
  await db.holiday.create({ data: { day: fromDay("2026-12-25"), name: "Christmas" } });
  const { made, floor } = await people();
  const stage = await cohortOf(made, floor);
  const versionId = stage.cohort.versionId;
  const newcomer = await aPerson({ floorId: floor.id });
  const gone = await aPerson({ deactivatedAt: mondayMorning });
  const list = await db.mentorList.findFirstOrThrow({ where: { cohortId: stage.cohort.id } });
  await transaction(db, (tx) =>
    announce(tx, { to: [made.self.id], kind: "enrolled", data: {}, href: "/", by: "app" }),
  );
  const message = await db.message.findFirstOrThrow({ where: { personId: made.self.id } });
  const now = { createdAt: mondayMorning, lastSeenAt: mondayMorning };
  const signIn = await db.signIn.create({ data: { personId: made.self.id, method: "PASSWORD", ...now } });
  const imports = {
    people: await anImport(made.administrator.id),
    peopleDone: await anImport(made.administrator.id, { committed: true }),
    mentees: await anImport(made.organizer.id, { cohortId: stage.cohort.id }),
    menteesDone: await anImport(made.organizer.id, { cohortId: stage.cohort.id, committed: true }),
  };
  const actors = new Map<Kind, Actor>();
  for (const kind of kinds) actors.set(kind, await actor(made[kind]));
  return {
    ...stage,
    versionId,
    people: made,
    floor,
    newcomer,
    gone,
    list,
    message,
    signIn,
    imports,
    actors,
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

/** Rows that guard an action; rows `see…` and `check…` guard reads. */
export type ActionPermission = Exclude<Permission, `${string}.see${string}` | `${string}.check${string}`>;

/** A deed as it is tried, and what of the world it is about. */
export type Deed = { about: About; run: (world: World, by: Actor, on: Tx) => Promise<unknown> };

/** A deed for every row of these nouns, or several where it can be about more than one thing: none can be forgotten. */
export type Deeds<Noun extends string> = Record<
  Extract<ActionPermission, `${Noun}.${string}`>,
  Deed | Deed[]
>;
