"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { OwnSession } from "@/lib/schedule/queries";
import { Status } from "../ui/badge";
import { attendanceTones } from "./session-status";
import { timesOf } from "./session-times";

/**
 * Sessions of a mentee's own day: when, what, with whom, where and what to have ready. Two weeks have many of them:
 * they travel as what they say, not as what they are made of.
 */
export function OwnSessions({
  sessions,
  zone,
  openFirst = false,
}: {
  sessions: OwnSession[];
  zone: string;
  /** Shows the agenda of the first at once. */
  openFirst?: boolean;
}) {
  const t = useTranslations("schedule.session");
  const format = useFormatter();
  const kinds = useTranslations("sessions.state.kind");
  const attendances = useTranslations("sessions.state.attendance");
  const facts = ({ kind, title, with: people, group, place, moves }: OwnSession) => [
    kinds(kind) !== title && kinds(kind),
    people && t("with", { names: people }),
    group.length > 0 && t("together", { names: format.list(group) }),
    place,
    moves > 0 && t("moved", { count: moves }),
  ];
  return (
    <ol className="border-t border-line">
      {sessions.map((session, index) => (
        <li key={session.id} className="session-row">
          <p className="font-medium">{timesOf(session, zone, format)}</p>
          <div className="min-w-0">
            <h3>
              <a href={`/sessions/${session.id}`} className="link font-medium">
                {session.title}
              </a>{" "}
              {session.attendance !== "EXPECTED" && (
                <Status tone={attendanceTones[session.attendance]}>{attendances(session.attendance)}</Status>
              )}
            </h3>
            <p className="text-sm text-ink-soft">{facts(session).filter(Boolean).join(" · ")}</p>
            {session.link && (
              <a className="link" href={session.link} rel="noreferrer">
                {t("join")}
              </a>
            )}
            {session.material && (
              <p className="mt-1 text-sm">{t("toBring", { material: session.material })}</p>
            )}
            {session.agenda && (
              <details open={openFirst && index === 0} className="mt-1 text-sm">
                <summary className="reach cursor-pointer text-ink-soft">{t("agenda")}</summary>
                <p className="mt-1 pl-5">{session.agenda}</p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
