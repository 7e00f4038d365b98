import { minuteOf } from "@/lib/dates";
import type { FacilitatorRole, SessionKind, SessionTemplate } from "@/lib/programs/rules";

type Words = Pick<SessionTemplate, "title" | "agenda" | "brief" | "material">;

/** A line of a session plan for the whole cohort, at a fixed time: `when` is "09:30–11:00". */
export function together(
  day: number,
  kind: SessionKind,
  facilitatorRole: FacilitatorRole,
  when: string,
  words: Words,
): SessionTemplate {
  const { startMinute, endMinute } = between(when);
  const minutes = endMinute - startMinute;
  return { day, kind, audience: "COHORT", facilitatorRole, startMinute, minutes, endMinute, ...words };
}

/** A line of a session plan for each pair, `minutes` long, anywhere in the window `when` ("13:00–16:00"). */
export function inPairs(
  day: number,
  kind: SessionKind,
  facilitatorRole: FacilitatorRole,
  when: string,
  minutes: number,
  words: Words,
): SessionTemplate {
  return { day, kind, audience: "PAIR", facilitatorRole, ...between(when), minutes, ...words };
}

function between(when: string) {
  const [start = "", end = ""] = when.split("–");
  return { startMinute: minuteOf(start), endMinute: minuteOf(end) };
}
