import { type Day, instantAt } from "@/lib/dates";
import { type Interval, overlap, placeInWindow, windowOf } from "@/lib/sessions/planner";
import type { SessionTemplate } from "@/prisma/generated/client";

/** A pair session that already stands somewhere, and the line of the plan that says where it may lie. */
export type Standing = Interval & { id: string; day: Day; template: SessionTemplate | null };

/** Where a window is full, the rest of a working day is looked at. */
const workday = { opens: 8 * 60, closes: 19 * 60 };

/**
 * Gives each pair session of one mentee a time at which neither the mentor nor the mentee has anything else. A session
 * that stands well stays; one for which the day has no room is given back as `stuck`, and stays too.
 * @param mentee everything the mentee attends, by session id, the given sessions included.
 */
export function placeSessions<Session extends Standing>(
  sessions: readonly Session[],
  zone: string,
  mentor: readonly Interval[],
  mentee: ReadonlyMap<string, Interval>,
): { moved: (Interval & { id: string })[]; stuck: Session[] } {
  const led = [...mentor];
  const attended = new Map(mentee);
  const moved: (Interval & { id: string })[] = [];
  const stuck: Session[] = [];
  for (const session of sessions) {
    attended.delete(session.id);
    const busy = [...led, ...attended.values()];
    const stands = !busy.some((one) => overlap(one, session));
    const place = stands ? null : freePlace(session, zone, busy);
    if (place) moved.push({ id: session.id, ...place });
    else if (!stands) stuck.push(session);
    led.push(place ?? session);
    attended.set(session.id, place ?? session);
  }
  return { moved, stuck };
}

/** The first time in the window of a session's line of the plan, or else on its day, at which nothing is; or null. */
export function freePlace(
  { template, day }: Pick<Standing, "template" | "day">,
  zone: string,
  busy: Interval[],
): Interval | null {
  if (!template) return null;
  const window = windowOf(template, day, zone);
  const opens = instantAt(day, workday.opens, zone);
  const closes = instantAt(day, workday.closes, zone);
  return (
    placeInWindow(window, template.minutes, busy) ??
    placeInWindow({ startsAt: window.startsAt, endsAt: closes }, template.minutes, busy) ??
    placeInWindow({ startsAt: opens, endsAt: closes }, template.minutes, busy)
  );
}
