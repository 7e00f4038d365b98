import type { CohortState } from "@/lib/cohorts/rules";
import type { Day } from "@/lib/dates";
import type { LaunchStep } from "@/lib/launch/rules";

/** One cohort as its organizer sees it in the morning. Counts are of now. */
export type Glance = {
  id: string;
  name: string;
  state: CohortState;
  today: Day;
  startsOn: Day;
  endsOn: Day;
  certificationDate: Day;
  steps: LaunchStep[];
  /** Nothing is in the way of the launch. */
  launchable: boolean;
  /** The last day before the program begins. */
  launchBy: Day;
  /** Floors whose mentor list is past its deadline, and the oldest such deadline. */
  lateLists: { floors: string[]; since: Day } | null;
  signOffsToChange: number;
  mentees: number;
  undecided: number;
  /** Logs of running mentees that are late or missed, and the oldest day among them. */
  missingLogs: { count: number; since: Day } | null;
  /** Certification attempts whose day has come. */
  toDecide: number;
  /** Trainings to come that nobody leads, and the day of the first. */
  leaderless: { count: number; first: Day } | null;
};

export const taskKinds = [
  "decide",
  "logs",
  "launch",
  "complete",
  "lateLists",
  "signOffs",
  "enroll",
  "askLists",
  "pair",
  "leaders",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** One thing to do, with the day by which it should be done and where below the cohort it is done. */
export type Task = {
  kind: TaskKind;
  cohort: { id: string; name: string };
  due: Day;
  place: string;
  values: Record<string, string | number>;
};

/** What an organizer has to do, over all their cohorts: what is overdue first, then what weighs more, then what is due sooner. */
export function tasksOf(glances: readonly Glance[]): Task[] {
  const late = new Map(glances.map((glance) => [glance.id, glance.today]));
  const overdue = (task: Task) => task.due <= (late.get(task.cohort.id) ?? task.due);
  return glances
    .flatMap((glance) => [...runningTasks(glance), ...planningTasks(glance)])
    .sort(
      (a, b) =>
        Number(overdue(b)) - Number(overdue(a)) ||
        taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) ||
        (a.due < b.due ? -1 : 1),
    );
}

function runningTasks(glance: Glance): Task[] {
  if (glance.state !== "ACTIVE") return [];
  const { toDecide, missingLogs, mentees, undecided } = glance;
  return [
    ...(toDecide > 0
      ? [task(glance, "decide", glance.certificationDate, "/certification", { count: toDecide })]
      : []),
    ...(missingLogs ? [task(glance, "logs", missingLogs.since, "/board", { count: missingLogs.count })] : []),
    ...(mentees > 0 && undecided === 0 ? [task(glance, "complete", glance.endsOn, "", {})] : []),
    ...leaderTasks(glance),
  ];
}

function planningTasks(glance: Glance): Task[] {
  if (glance.state !== "PLANNING" && glance.state !== "READY") return [];
  const { launchable, launchBy, lateLists, signOffsToChange, steps } = glance;
  const step = (name: LaunchStep["name"]) => steps.find((one) => one.name === name);
  const paired = step("paired");
  return [
    ...(launchable ? [task(glance, "launch", launchBy, "", { day: launchBy })] : []),
    ...(lateLists ? [task(glance, "lateLists", lateLists.since, "/mentors", namesOf(lateLists.floors))] : []),
    ...(signOffsToChange > 0
      ? [task(glance, "signOffs", launchBy, "#sign-offs", { count: signOffsToChange })]
      : []),
    ...(step("mentees")?.done ? [] : [task(glance, "enroll", launchBy, "/enroll", {})]),
    ...(step("listsAsked")?.done ? [] : [task(glance, "askLists", launchBy, "/mentors", {})]),
    ...(paired && !paired.done && step("mentors")?.done
      ? [task(glance, "pair", launchBy, "/pairings", { count: paired.of - paired.count })]
      : []),
    ...leaderTasks(glance),
  ];
}

function leaderTasks(glance: Glance): Task[] {
  const { leaderless } = glance;
  if (!leaderless) return [];
  const { count, first } = leaderless;
  return [task(glance, "leaders", first, "/schedule", { count, day: first })];
}

function namesOf(floors: string[]): Task["values"] {
  return { count: floors.length, floors: floors.join(", ") };
}

function task({ id, name }: Glance, kind: TaskKind, due: Day, place: string, values: Task["values"]): Task {
  return {
    kind,
    cohort: { id, name },
    due,
    place: `/cohorts/${id}${place}`,
    values: { cohort: name, ...values },
  };
}
