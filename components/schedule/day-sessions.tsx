"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import type { PairLine, ScheduledSession } from "@/lib/schedule/cohort-schedule";
import { Status } from "../ui/badge";
import { Sign } from "../ui/sign";
import { sessionTones } from "./session-status";
import { timesOf } from "./session-times";

const columns = "grid gap-x-5 px-4 py-2 md:grid-cols-[11rem_1fr_14rem_8rem] md:items-center md:px-5";

/**
 * A day of a cohort: what is for everybody, and what is held in pairs as one line that opens its pairs. The days of
 * sixty mentees travel as what they say, not as what they are made of.
 */
export function DaySessions({
  day,
  shared,
  lines,
  opened,
  href,
  zone,
}: {
  day: Day;
  shared: readonly ScheduledSession[];
  lines: readonly PairLine[];
  /** The pairs of this day; null while it is closed. */
  opened: readonly ScheduledSession[] | null;
  /** Where the day is opened, or closed again. */
  href: string;
  zone: string;
}) {
  const say = useWords(zone);
  const rows = [
    ...shared.map((session) => ({ at: session.startsAt, session, line: null })),
    ...lines.map((line) => ({ at: line.startsAt, session: null, line })),
  ].sort((a, b) => +a.at - +b.at);
  return (
    <ol className="border-t border-line text-body" aria-label={say.t("cohort.caption", { day })}>
      {rows.map(({ session, line }) =>
        session ? (
          <SessionRow key={session.id} session={session} say={say} />
        ) : (
          <li key={line.key} className="border-line not-first:border-t">
            <LineRow line={line} open={opened !== null} href={href} say={say} />
            {opened && (
              <ul className="pb-2 text-sm">
                {opened
                  .filter(({ key }) => key === line.key)
                  .map((pair) => (
                    <PairRow key={pair.id} session={pair} say={say} />
                  ))}
              </ul>
            )}
          </li>
        ),
      )}
    </ol>
  );
}

function useWords(zone: string) {
  const t = useTranslations("schedule");
  const states = useTranslations("sessions.state.session");
  const format = useFormatter();
  const clock = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  return {
    t,
    states,
    times: (of: { startsAt: Date; endsAt: Date }) => timesOf(of, zone, format),
    at: (moment: Date) => format.dateTime(moment, clock),
  };
}

/** How a day says things: asked for once a day, not once a row. */
type Words = ReturnType<typeof useWords>;

function SessionRow({ session, say }: { session: ScheduledSession; say: Words }) {
  return (
    <li className={`${columns} border-line not-first:border-t`}>
      {say.times(session)}
      <a href={`/sessions/${session.id}`} className="link font-medium">
        {session.title}
      </a>
      <span className={session.led ? "" : "text-ink-soft"}>
        {session.led || (session.needsLead && say.t("session.nobody"))}
      </span>
      <span>
        <Status tone={sessionTones[session.state]}>{say.states(session.state)}</Status>
      </span>
    </li>
  );
}

function LineRow({ line, open, href, say }: { line: PairLine; open: boolean; href: string; say: Words }) {
  return (
    <div className={columns}>
      {say.times(line)}
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-expanded={open}
        className="flex items-center gap-1 font-medium"
      >
        {line.title}
        <Sign of="open" className={`size-4 text-ink-soft ${open ? "rotate-90" : ""}`} />
      </Link>
      <span className="text-ink-soft">
        {say.t("cohort.inPairs")} · {say.t("cohort.pairs", { count: line.pairs })}
      </span>
      {line.unled > 0 && (
        <span className="text-sm text-due">{say.t("cohort.unled", { count: line.unled })}</span>
      )}
    </div>
  );
}

/** One pair: plain elements alone, because a cohort of sixty has sixty of them in each line. */
function PairRow({ session, say }: { session: ScheduledSession; say: Words }) {
  return (
    <li className={columns}>
      <span className="tabular-nums md:pl-4">{say.at(session.startsAt)}</span>
      <a href={`/sessions/${session.id}`} className="link">
        {session.mentee}
      </a>
      <span>{session.led || (session.needsLead && say.t("session.nobody"))}</span>
      <span className="text-ink-soft">{say.states(session.state)}</span>
    </li>
  );
}
