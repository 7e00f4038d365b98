import { type Day, instantAt } from "@/lib/dates";
import type { FacilitatorRole, Phase, SessionTemplate } from "@/lib/programs/rules";

export type Interval = { startsAt: Date; endsAt: Date };

/** What the planner reads of a session template; rows of the database fit too. */
export type PlannableTemplate = Pick<
  SessionTemplate,
  "day" | "audience" | "facilitatorRole" | "startMinute" | "minutes" | "endMinute"
>;

/** What the planner reads of a cohort's days. */
export type PlannableDay = { phase: Phase; number: number; day: Day };

/** One mentee, and who leads their pair sessions; null where nobody is known yet. */
export type PlannablePair = {
  enrollmentId: string;
  menteeId: string;
  facilitators: Readonly<Partial<Record<FacilitatorRole, string | null>>>;
};

export type PlannedSession<Template> = Interval & {
  template: Template;
  day: Day;
  /** null for a session of the whole cohort. */
  enrollmentId: string | null;
  facilitatorId: string | null;
};

/** A pair session that found no free time in its window. */
export type UnplacedSession<Template> = Omit<PlannedSession<Template>, keyof Interval>;

/** When each person is taken, by person id. */
export type Busy = ReadonlyMap<string, readonly Interval[]>;

const minute = 60_000;

/** Two intervals share time. Back to back is not shared. */
export function overlap(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The window of a template on a local day, as instants: 13:00 stays 13:00 when the clocks change. */
export function windowOf(template: PlannableTemplate, day: Day, zone: string): Interval {
  return {
    startsAt: instantAt(day, template.startMinute, zone),
    endsAt: instantAt(day, template.endMinute, zone),
  };
}

/**
 * The first free slot of `minutes` in a window, or the n-th next one (`nthChoice` 0 is the first; each further
 * choice begins where the one before ends). null where the window has no room left. Refuses a length of zero.
 */
export function placeInWindow(
  window: Interval,
  minutes: number,
  busy: readonly Interval[],
  nthChoice = 0,
): Interval | null {
  if (!(minutes > 0)) throw new RangeError("a session has a length");
  const taken = busy.filter((one) => overlap(one, window)).sort((a, b) => +a.startsAt - +b.startsAt);
  let startsAt = window.startsAt;
  for (let choice = 0; ; ) {
    const slot = { startsAt, endsAt: new Date(+startsAt + minutes * minute) };
    if (slot.endsAt > window.endsAt) return null;
    const clash = taken.find((one) => overlap(one, slot));
    if (!clash && choice++ === nthChoice) return slot;
    startsAt = clash ? clash.endsAt : slot.endsAt;
  }
}

/** The sessions of the whole cohort, in the order in which they happen. */
export function planCohortSessions<Template extends PlannableTemplate>(
  templates: readonly Template[],
  days: readonly PlannableDay[],
  zone: string,
): PlannedSession<Template>[] {
  const planned = onDays(templates, days, "COHORT").map(({ template, day }) => {
    const { startsAt } = windowOf(template, day, zone);
    const endsAt = new Date(+startsAt + template.minutes * minute);
    return { template, day, startsAt, endsAt, enrollmentId: null, facilitatorId: null };
  });
  return inOrder(planned);
}

/**
 * The sessions of each pair, in the order in which they happen: each in the first free slot of its window in which
 * neither mentee nor facilitator is taken. Sessions that do not fit are given back, not squeezed in. Where a
 * facilitator is not known yet, mentees follow each other through the window, and start over when it is full.
 */
export function planPairSessions<Template extends PlannableTemplate>(
  templates: readonly Template[],
  days: readonly PlannableDay[],
  zone: string,
  pairs: readonly PlannablePair[],
  busy: Busy = new Map(),
): { placed: PlannedSession<Template>[]; unplaced: UnplacedSession<Template>[] } {
  const taken = new Map([...busy].map(([person, intervals]) => [person, [...intervals]]));
  const takenBy = (person: string | null) => (person === null ? [] : (taken.get(person) ?? []));
  const placed: PlannedSession<Template>[] = [];
  const unplaced: UnplacedSession<Template>[] = [];
  for (const { template, day } of onDays(templates, days, "PAIR")) {
    const window = windowOf(template, day, zone);
    let waiting = 0;
    for (const { enrollmentId, menteeId, facilitators } of pairs) {
      const facilitatorId = facilitators[template.facilitatorRole] ?? null;
      const clashing = [...takenBy(menteeId), ...takenBy(facilitatorId)];
      const turn = facilitatorId === null && template.facilitatorRole !== "NONE" ? waiting++ : 0;
      const slot = placeInTurn(window, template.minutes, clashing, turn);
      const session = { template, day, enrollmentId, facilitatorId };
      if (!slot) {
        unplaced.push(session);
        continue;
      }
      placed.push({ ...session, ...slot });
      for (const person of [menteeId, facilitatorId]) {
        if (person !== null) taken.set(person, [...takenBy(person), slot]);
      }
    }
  }
  return { placed: inOrder(placed), unplaced };
}

function placeInTurn(window: Interval, minutes: number, taken: readonly Interval[], turn: number) {
  const turns = Math.max(1, Math.floor((+window.endsAt - +window.startsAt) / (minutes * minute)));
  return placeInWindow(window, minutes, taken, turn % turns) ?? placeInWindow(window, minutes, taken);
}

function onDays<Template extends PlannableTemplate>(
  templates: readonly Template[],
  days: readonly PlannableDay[],
  audience: Template["audience"],
) {
  const program = days.filter((one) => one.phase === "PROGRAM");
  const dayOf = new Map(program.map((one) => [one.number, one.day]));
  return templates
    .filter((template) => template.audience === audience)
    .flatMap((template) => {
      const day = dayOf.get(template.day);
      return day === undefined ? [] : [{ template, day }];
    });
}

function inOrder<Planned extends Interval>(sessions: readonly Planned[]): Planned[] {
  return [...sessions].sort((a, b) => +a.startsAt - +b.startsAt || +a.endsAt - +b.endsAt);
}
