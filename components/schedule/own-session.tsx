import { useTranslations } from "next-intl";
import type { OwnSession } from "@/lib/schedule/queries";
import { AttendanceStatus } from "./session-status";
import { SessionTimes } from "./session-times";

/** One session of a mentee's own day: when, what, with whom, where and what to have ready. */
export function OwnSessionRow({
  session,
  zone,
  open = false,
}: {
  session: OwnSession;
  zone: string;
  /** Shows the agenda at once. */
  open?: boolean;
}) {
  const t = useTranslations("schedule.session");
  const kind = useTranslations("sessions.state.kind");
  const { startsAt, endsAt, title, agenda, material, place, link, attendance } = session;
  return (
    <li className="grid gap-x-5 gap-y-1 border-line px-4 py-3 not-first:border-t md:grid-cols-[9rem_1fr] md:px-5">
      <p className="text-body font-medium">
        <SessionTimes startsAt={startsAt} endsAt={endsAt} zone={zone} />
      </p>
      <div className="min-w-0 text-body">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3>
            <a href={`/sessions/${session.id}`} className="link font-medium">
              {title}
            </a>
          </h3>
          {attendance !== "EXPECTED" && <AttendanceStatus state={attendance} />}
        </div>
        <p className="text-sm text-ink-soft">
          {[
            kind(session.kind) !== title && kind(session.kind),
            session.with.length > 0 && t("with", { names: session.with.join(", ") }),
            place,
            session.moves > 0 && t("moved", { count: session.moves }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {link && (
          <a className="link" href={link} rel="noreferrer">
            {t("join")}
          </a>
        )}
        {material && <p className="mt-1 text-sm">{t("toBring", { material })}</p>}
        {agenda.length > 0 && (
          <details open={open} className="mt-1 text-sm">
            <summary className="reach cursor-pointer text-ink-soft">{t("agenda")}</summary>
            <p className="mt-1 pl-5">{agenda.join(" · ")}</p>
          </details>
        )}
      </div>
    </li>
  );
}
