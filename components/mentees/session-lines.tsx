import Link from "next/link";
import { useFormatter } from "next-intl";
import type { MenteeRecord } from "@/lib/mentees/queries";
import { AttendanceStatus } from "../schedule/session-status";

/** Sessions of a mentee, a line each: when, what, with whom, and whether they were there. */
export function SessionLines({ sessions, zone }: { sessions: MenteeRecord["coming"]; zone: string }) {
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 text-body md:px-5"
        >
          <div className="min-w-0 flex-1 basis-40">
            <Link href={`/sessions/${session.id}`} className="reach hover:text-accent hover:underline">
              {session.title}
            </Link>
            <p className="text-sm text-ink-soft">
              {[
                format.dateTime(session.startsAt, {
                  timeZone: zone,
                  weekday: "short",
                  day: "numeric",
                  month: "short",
                  hour: "numeric",
                  minute: "2-digit",
                }),
                ...session.with,
              ].join(" · ")}
            </p>
          </div>
          {session.attendance !== "EXPECTED" && <AttendanceStatus state={session.attendance} />}
        </li>
      ))}
    </ul>
  );
}
