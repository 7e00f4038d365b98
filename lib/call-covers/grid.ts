import type { Calls } from "@/lib/call-covers/queries";
import { type CallBlock, coverTimeRefusal, type Obstacle, whoCan } from "@/lib/call-covers/rules";
import type { Day } from "@/lib/dates";

export const cellStates = ["gap", "standIn", "suggested", "confirmed", "paired"] as const;
/** How a block stands: nobody comes, the lead mentor stands in, or a call mentor: suggested, confirmed, the mentee's own. */
export type CellState = (typeof cellStates)[number];

/** One block as the grid shows it. */
export type CallCell = {
  sessionId: string;
  column: number;
  state: CellState;
  over: boolean;
  startsAt: Date;
  /** Where a suggestion moves it from. */
  movesFrom: Date | null;
  coverId: string | null;
  mentor: string;
  /** Who else can sit in: their place in the list of call mentors, and when. */
  free: [mentor: number, startsAt: Date][];
};

/** The live calls of a cohort as a grid: a row for each mentee, a column for each block of the program. */
export function toGrid({ cohort, rows, blocks, mentors }: Calls) {
  const open = coverTimeRefusal(cohort.state) === null;
  const columns = columnsOf(rows, blocks);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const index = new Map(mentors.map(({ nominationId }, place) => [nominationId, place]));
  const stuck: StuckBlock[] = [];
  const cells = blocks.map((block) => {
    const row = byId.get(block.sessionId);
    const { state, mentor } = sitterOf(block, row);
    const { free, kept } = block.over || !open ? { free: [], kept: {} } : whoCan(block, mentors, blocks);
    const needs = state === "gap" || state === "standIn";
    if (needs && open && !block.over && free.length === 0) {
      stuck.push({ mentee: block.mentee.name, day: block.day, startsAt: block.startsAt, kept });
    }
    const cell: CallCell = {
      sessionId: block.sessionId,
      column: columns.findIndex(({ key }) => key === keyOf(row)),
      state,
      over: block.over || !open,
      startsAt: block.cover?.startsAt ?? block.startsAt,
      movesFrom: block.cover && +block.cover.startsAt !== +block.startsAt ? block.startsAt : null,
      coverId: block.cover?.id ?? null,
      mentor,
      free: free
        .filter(({ nominationId }) => nominationId !== block.cover?.nominationId)
        .map(({ nominationId, startsAt }) => [index.get(nominationId) ?? 0, startsAt]),
    };
    return { enrollmentId: block.enrollmentId, mentee: block.mentee.name, lead: leadOf(row), cell };
  });
  return {
    cohort: { id: cohort.id, timeZone: cohort.timeZone },
    open,
    columns: columns.map(({ day, title }) => ({ day, title })),
    rows: byMentee(cells),
    mentors: loadsOf(mentors, blocks),
    stuck,
  };
}

export type CallGrid = ReturnType<typeof toGrid>;
export type CallRow = CallGrid["rows"][number];

/** A block that nobody can sit in on, and how many call mentors are kept from it by what. */
export type StuckBlock = {
  mentee: string;
  day: Day;
  startsAt: Date;
  kept: Partial<Record<Obstacle, number>>;
};

type BlockRow = Calls["rows"][number];

const keyOf = (row: BlockRow | undefined) => row && `${row.template?.id ?? row.title} ${+row.day}`;

function columnsOf(rows: Calls["rows"], blocks: readonly CallBlock[]) {
  const days = new Map(blocks.map(({ sessionId, day }) => [sessionId, day]));
  const columns = new Map<string, { key: string; day: Day; title: string }>();
  for (const row of rows) {
    const key = keyOf(row);
    const day = days.get(row.id);
    if (key && day && !columns.has(key)) columns.set(key, { key, day, title: row.title });
  }
  return [...columns.values()];
}

function sitterOf(block: CallBlock, row: BlockRow | undefined): { state: CellState; mentor: string } {
  const cover = row?.covers[0];
  if (block.cover && cover) {
    return {
      state: block.cover.state === "CONFIRMED" ? "confirmed" : "suggested",
      mentor: cover.mentor.name,
    };
  }
  const mentor = row?.facilitators.map(({ person }) => person.name).join(", ") ?? "";
  if (block.paired) return { state: "paired", mentor };
  return { state: mentor ? "standIn" : "gap", mentor };
}

function leadOf(row: BlockRow | undefined): string {
  return row?.enrollment?.pairings.find(({ kind }) => kind === "LEAD")?.mentor.name ?? "";
}

type Placed = { enrollmentId: string; mentee: string; lead: string; cell: CallCell };

function byMentee(cells: readonly Placed[]) {
  const rows = new Map<string, Omit<Placed, "cell"> & { cells: CallCell[] }>();
  for (const { cell, ...of } of cells) {
    const row = rows.get(of.enrollmentId);
    if (row) row.cells.push(cell);
    else rows.set(of.enrollmentId, { ...of, cells: [cell] });
  }
  return [...rows.values()].sort((a, b) => a.mentee.localeCompare(b.mentee));
}

/** How many calls each call mentor sits in on, and what they can; who has most comes first. */
function loadsOf(mentors: Calls["mentors"], blocks: readonly CallBlock[]) {
  return mentors.map(({ nominationId, personId, name, capacity, hoursPerWeek, paused, leaves }) => {
    const covers = blocks.filter(({ cover }) => cover?.nominationId === nominationId);
    const own = blocks.filter(({ paired }) => paired === personId).length;
    const suggested = covers.filter(({ cover }) => cover?.state === "SUGGESTED").length;
    const calls = covers.length + own;
    const days = blocks.map(({ day }) => day);
    const away = leaves.find(({ firstDay, lastDay }) =>
      days.some((day) => firstDay <= day && day <= lastDay),
    );
    return { nominationId, name, capacity, hoursPerWeek, paused, away: away ?? null, calls, suggested };
  });
}
