import type { Part } from "./pages";

/** One measured value. `target` is a bound such as ">= 0.5"; without one there is nothing to miss. */
export type Measure = { name: string; value: number; unit: string; target: string | null; holds: boolean };

/** Everything about one page, at both sizes. */
export type Findings = {
  name: string;
  part: Part | "bare";
  /** Requests per second in the organization of 2,000. */
  speed: number;
  /** The same, as a share of the bare page's. */
  ratio: number;
  /** What a request costs in the organization ten times as large, as a multiple. */
  growth: number;
  statements: number;
  html: number;
  javascript: number;
};

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function atLeast(name: string, value: number, unit: string, bound: number): Measure {
  return { name, value: round(value, 2), unit, target: `>= ${bound}`, holds: value >= bound };
}

export function atMost(name: string, value: number, unit: string, bound: number): Measure {
  return { name, value: round(value, 2), unit, target: `<= ${bound}`, holds: value <= bound };
}

export function noted(name: string, value: number, unit: string): Measure {
  return { name, value: round(value, 1), unit, target: null, holds: true };
}

/** The measures of one page with their targets. */
export function measuresOf(page: Findings): Measure[] {
  const named = (what: string) => `${page.name}.${what}`;
  const bare = page.part === "bare";
  return [
    noted(named("speed"), page.speed, "requests/s"),
    ...(bare ? [] : [atLeast(named("ratio"), page.ratio, "of the bare page", 0.5)]),
    atMost(named("statements"), page.statements, "statements", 8),
    noted(named("html"), page.html, "bytes"),
    page.part === "log"
      ? atMost(named("javascript"), page.javascript, "bytes compressed", 170_000)
      : noted(named("javascript"), page.javascript, "bytes compressed"),
    ...(bare ? [] : [atMost(named("growth"), page.growth, "times the cost at ×10", 1.2)]),
  ];
}

const columns = ["page", "of bare", "SQL", "HTML", "JavaScript", "×10 costs", "requests/s"];
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

function cells(page: Findings) {
  const missed = new Set(
    measuresOf(page)
      .filter(({ holds }) => !holds)
      .map(({ name }) => name),
  );
  const mark = (what: string, text: string) => (missed.has(`${page.name}.${what}`) ? `${text} ✗` : text);
  const bare = page.part === "bare";
  return [
    page.name,
    bare ? "1" : mark("ratio", page.ratio.toFixed(2)),
    mark("statements", String(page.statements)),
    kilobytes(page.html),
    mark("javascript", kilobytes(page.javascript)),
    bare ? "" : mark("growth", `${page.growth.toFixed(2)} ×`),
    page.speed.toFixed(0),
  ];
}

function aligned(head: string[], body: string[][]) {
  const rows = [head, ...body];
  const widths = head.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("   ");
  return [line(head), "─".repeat(line(head).length), ...body.map(line)].join("\n");
}

/** Measures as they are, one a line. What misses its target carries a cross. */
export function listOf(measures: readonly Measure[]) {
  const body = measures.map(({ name, value, unit, target, holds }) => [
    name,
    holds ? String(value) : `${value} ✗`,
    unit,
    target ?? "",
  ]);
  return aligned(["measure", "value", "unit", "target"], body);
}

/** A table for people. What misses its target carries a cross. */
export function tableOf(pages: readonly Findings[]) {
  return `${aligned(columns, pages.map(cells))}

of bare: requests per second, as a share of a bare signed-in page's (target ≥ 0.5)
SQL: statements of one request, the frame's included, BEGIN and COMMIT not (≤ 8)
JavaScript: of a first visit, compressed (≤ 170 kB on the log page)
×10 costs: the time of a request in an organization ten times as large (≤ 1.2 ×)`;
}
