import {
  addBusinessDays,
  addDays,
  type BusinessCalendar,
  clockChange,
  type Day,
  diffDays,
  isBusinessDay,
  isDay,
  mondayToFriday,
  nextBusinessDay,
  previousBusinessDay,
  type Weekday,
  weekday,
} from "@/lib/dates";
import type { Sentence } from "@/lib/errors";
import type { MilestoneTemplate, Phase, ProgramShape } from "@/lib/programs/rules";

/** Preparation counts −N … −1, the program 1 … N, the tail 1 … N. */
export type PlannedDay = { phase: Phase; number: number; day: Day };

export type PlannedMilestone = { key: string; title: string; who: string; day: Day };

export type Plan = {
  /** In calendar order; every one a business day. */
  days: PlannedDay[];
  milestones: PlannedMilestone[];
  /** The first preparation day, or program day 1 where there is no preparation. */
  preparesOn: Day;
  /** Program day 1. */
  startsOn: Day;
  certificationDate: Day;
  /** The last program day. */
  endsOn: Day;
  /** The last tail day, or the last program day where there is no tail. */
  tailEndsOn: Day;
};

/** Something the organizer should know before saving. Only `PAST` asks for another date. */
export type Clash = { kind: "PAST" | "HOLIDAY" | "CLOCK"; day: Day; sentence: Sentence };

export type PlanInput = {
  certificationDate: Day;
  shape: ProgramShape;
  milestones: readonly MilestoneTemplate[];
  workdays?: readonly Weekday[];
  /** Holidays by day, with the names people know them by. */
  holidays: ReadonlyMap<Day, string>;
  zone: string;
  today: Day;
};

export type PlanResult =
  | { plan: Plan; clashes: Clash[] }
  | { plan: null; refusal: Sentence /** Certification dates near the wish that do work. */; offers: Day[] };

/** Calendar days ahead, about five years: a date beyond is a slip of the keyboard. */
const farthest = 1830;

/**
 * Plans a cohort backwards from its certification date over business days. Gives the plan with everything
 * noteworthy in its way, or refuses a certification date that is past, far off or no business day and offers others.
 */
export function planCohort(input: PlanInput): PlanResult {
  const earliest = earliestCertification(input.shape, input, input.today);
  const refused = refuseDate(input, earliest);
  if (refused) return { plan: null, ...refused };

  const days = planDays(input.certificationDate, input.shape, input);
  const program = days.filter((planned) => planned.phase === "PROGRAM");
  const plan = {
    days,
    milestones: input.milestones.map((template) => placeMilestone(template, days, input)),
    preparesOn: first(days).day,
    startsOn: first(program).day,
    certificationDate: input.certificationDate,
    endsOn: last(program).day,
    tailEndsOn: last(days).day,
  };
  plan.milestones.sort((a, b) => diffDays(b.day, a.day));
  return { plan, clashes: [...pastClashes(plan, input.today, earliest), ...passedClashes(plan, input)] };
}

/** The earliest certification date whose whole preparation still lies ahead; today may be its first day. */
export function earliestCertification(shape: ProgramShape, calendar: BusinessCalendar, today: Day): Day {
  const start = nextBusinessDay(addDays(today, -1), calendar);
  return addBusinessDays(start, shape.preparationDays + certificationDayOf(shape) - 1, calendar);
}

function refuseDate(input: PlanInput, earliest: Day): { refusal: Sentence; offers: Day[] } | null {
  const { certificationDate: day, holidays, today } = input;
  if (!isDay(day)) return { refusal: { key: "cohorts.refused.certificationNoDay" }, offers: [earliest] };
  if (day < today) {
    const refusal: Sentence = { key: "cohorts.refused.certificationPast", values: { day, earliest } };
    return { refusal, offers: [earliest] };
  }
  if (diffDays(today, day) > farthest) {
    return { refusal: { key: "cohorts.refused.certificationFar", values: { day } }, offers: [earliest] };
  }
  if (isBusinessDay(day, holidays, input.workdays)) return null;
  const name = holidays.get(day);
  const refusal: Sentence = name
    ? { key: "cohorts.refused.certificationOnHoliday", values: { day, name } }
    : { key: "cohorts.refused.certificationOnWeekend", values: { day } };
  const near = [previousBusinessDay(day, input), nextBusinessDay(day, input)];
  return { refusal, offers: near.filter((offer) => offer >= today) };
}

function planDays(certificationDate: Day, shape: ProgramShape, calendar: BusinessCalendar): PlannedDay[] {
  const certificationDay = certificationDayOf(shape);
  const days: PlannedDay[] = [];
  let day = certificationDate;
  for (let number = certificationDay; number >= 1; number--) {
    days.unshift({ phase: "PROGRAM", number, day });
    day = previousBusinessDay(day, calendar);
  }
  for (let number = -1; number >= -shape.preparationDays; number--) {
    days.unshift({ phase: "PREPARATION", number, day });
    day = previousBusinessDay(day, calendar);
  }
  day = certificationDate;
  for (let number = certificationDay + 1; number <= shape.programDays; number++) {
    day = nextBusinessDay(day, calendar);
    days.push({ phase: "PROGRAM", number, day });
  }
  for (let number = 1; number <= shape.tailDays; number++) {
    day = nextBusinessDay(day, calendar);
    days.push({ phase: "TAIL", number, day });
  }
  return days;
}

/** A milestone on a program day that a shorter program does not have falls on the last one. */
function placeMilestone(
  { key, title, who, phase, day }: MilestoneTemplate,
  days: readonly PlannedDay[],
  calendar: BusinessCalendar,
): PlannedMilestone {
  const planned = days.find((one) => one.phase === phase && one.number === day);
  if (planned) return { key, title, who, day: planned.day };
  const program = days.filter((one) => one.phase === "PROGRAM");
  if (phase === "PREPARATION")
    return { key, title, who, day: addBusinessDays(first(program).day, day, calendar) };
  const end = last(program).day;
  return { key, title, who, day: phase === "TAIL" ? addDays(end, day) : end };
}

function pastClashes(plan: Plan, today: Day, earliest: Day): Clash[] {
  if (plan.startsOn < today) {
    const sentence: Sentence = { key: "cohorts.warning.startPast", values: { day: plan.startsOn, earliest } };
    return [{ kind: "PAST", day: plan.startsOn, sentence }];
  }
  const missed = plan.days.filter((one) => one.phase === "PREPARATION" && one.day < today).length;
  if (missed === 0) return [];
  const sentence: Sentence = { key: "cohorts.warning.preparationPast", values: { count: missed, earliest } };
  return [{ kind: "PAST", day: plan.preparesOn, sentence }];
}

/** Holidays that the plan steps over and changes of clocks that happen while it runs. */
function passedClashes(plan: Plan, input: PlanInput): Clash[] {
  const workdays = input.workdays ?? mondayToFriday;
  const clashes: Clash[] = [];
  for (let day = plan.preparesOn; day <= plan.tailEndsOn; day = addDays(day, 1)) {
    const name = input.holidays.get(day);
    if (name !== undefined && workdays.includes(weekday(day))) {
      clashes.push({
        kind: "HOLIDAY",
        day,
        sentence: { key: "cohorts.warning.holiday", values: { day, name } },
      });
    }
    const jump = clockChange(day, input.zone);
    if (jump !== 0) {
      const key = jump > 0 ? "cohorts.warning.clockForward" : "cohorts.warning.clockBack";
      clashes.push({ kind: "CLOCK", day, sentence: { key, values: { day, minutes: Math.abs(jump) } } });
    }
  }
  return clashes;
}

function certificationDayOf({
  programDays,
  preparationDays,
  tailDays,
  certificationDay,
}: ProgramShape): number {
  const certifiesOn = certificationDay ?? programDays;
  const whole = [programDays, preparationDays, tailDays, certifiesOn].every((count) =>
    Number.isInteger(count),
  );
  if (!whole || preparationDays < 0 || tailDays < 0 || certifiesOn < 1 || certifiesOn > programDays) {
    throw new RangeError("a program has at least one day and certifies on one of them");
  }
  return certifiesOn;
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new RangeError("a plan has at least one day");
  return item;
}

function last<Item>(items: readonly Item[]): Item {
  return first(items.slice(-1));
}
