import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import type { ScheduledSession } from "@/lib/schedule/queries";
import { SessionStatus } from "./session-status";
import { SessionTimes } from "./session-times";

type Group = { key: string; title: string; sessions: ScheduledSession[] };

/** Sessions of one plan line held in pairs stand together; those for everybody stand alone. */
function grouped(sessions: readonly ScheduledSession[]): (ScheduledSession | Group)[] {
  const groups = new Map<string, Group>();
  const rows: (ScheduledSession | Group)[] = [];
  for (const session of sessions) {
    if (!session.mentee) {
      rows.push(session);
      continue;
    }
    const key = session.templateId ?? session.title;
    const known = groups.get(key);
    if (known) {
      known.sessions.push(session);
      continue;
    }
    const group = { key, title: session.title, sessions: [session] };
    groups.set(key, group);
    rows.push(group);
  }
  return rows;
}

const led = (session: ScheduledSession) =>
  session.facilitators
    .map(({ person, state }) => (state === "INVITED" ? `${person.name} (?)` : person.name))
    .join(", ");

/** The sessions of one day of a cohort. Few elements a row: a cohort of sixty has more than a hundred of them. */
export function DaySessions({
  day,
  sessions,
  zone,
}: {
  day: Day;
  sessions: readonly ScheduledSession[];
  zone: string;
}) {
  const t = useTranslations("schedule.cohort");
  return (
    <ol className="border-t border-line text-body" aria-label={t("caption", { day })}>
      {grouped(sessions).map((row) =>
        "sessions" in row ? (
          <PairRows key={row.key} group={row} zone={zone} />
        ) : (
          <SessionRow key={row.id} session={row} zone={zone} />
        ),
      )}
    </ol>
  );
}

function SessionRow({ session, zone }: { session: ScheduledSession; zone: string }) {
  const t = useTranslations("schedule");
  const names = led(session);
  return (
    <li className="grid gap-x-5 border-line px-4 py-2 not-first:border-t md:grid-cols-[11rem_1fr_14rem_8rem] md:items-center md:px-5">
      <SessionTimes startsAt={session.startsAt} endsAt={session.endsAt} zone={zone} />
      <Link href={`/sessions/${session.id}`} className="link font-medium">
        {session.title}
      </Link>
      <span className={names ? "" : "text-ink-soft"}>{names || t("session.nobody")}</span>
      <span>
        <SessionStatus state={session.state} />
      </span>
    </li>
  );
}

function PairRows({ group, zone }: { group: Group; zone: string }) {
  const t = useTranslations("schedule.cohort");
  const format = useFormatter();
  const starts = group.sessions.map(({ startsAt }) => +startsAt);
  const ends = group.sessions.map(({ endsAt }) => +endsAt);
  return (
    <li className="border-line not-first:border-t">
      <details>
        <summary className="grid cursor-pointer gap-x-5 px-4 py-2 md:grid-cols-[11rem_1fr_14rem_8rem] md:items-center md:px-5">
          <SessionTimes
            startsAt={new Date(Math.min(...starts))}
            endsAt={new Date(Math.max(...ends))}
            zone={zone}
          />
          <span className="font-medium">{group.title}</span>
          <span className="text-ink-soft">
            {t("inPairs")} · {t("pairs", { count: group.sessions.length })}
          </span>
        </summary>
        <ul className="pb-2 text-sm">
          {group.sessions.map((session) => (
            <li
              key={session.id}
              className="grid gap-x-5 px-4 py-1 md:grid-cols-[11rem_1fr_14rem_8rem] md:px-5"
            >
              <span className="tabular-nums md:pl-4">
                {format.dateTime(session.startsAt, { hour: "numeric", minute: "2-digit", timeZone: zone })}
              </span>
              <Link href={`/sessions/${session.id}`} className="link">
                {session.mentee?.name}
              </Link>
              <span>{led(session)}</span>
              <SessionStatus state={session.state} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
