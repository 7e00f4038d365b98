import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { DeskCohortLine } from "@/components/logs/desk-cohort-line";
import { LogStatusBadge } from "@/components/logs/log-status";
import { LedSessions } from "@/components/mentoring/led-session";
import { NextThings } from "@/components/mentoring/next-things";
import { Words } from "@/components/shell/words";
import { PersonLine } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth";
import { type Day, dayAt, fromDay } from "@/lib/dates";
import { mentorToday } from "@/lib/mentoring/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mentoring");
  return { title: t("title") };
}

export default async function MentorTodayPage() {
  const actor = await requireActor();
  const [t, format, today] = await Promise.all([
    getTranslations("mentoring"),
    getFormatter(),
    mentorToday(actor),
  ]);
  const { desk, sessions, now } = today;
  const zone = actor.timeZone;
  const say = (day: Day) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  const [firstNext] = sessions.next;
  return (
    <Words of={["mentoring.session"]}>
      <PageHeader title={t("title")} description={say(dayAt(now, zone))} />
      <div className="grid gap-5">
        <Panel title={t("next.title")}>
          <NextThings today={today} zone={zone} />
        </Panel>
        {sessions.today.length > 0 && (
          <Panel flush title={t("today")}>
            <LedSessions sessions={sessions.today} zone={zone} />
          </Panel>
        )}
        <Panel
          title={t("mentees.title")}
          actions={
            desk.day && (
              <Link className="link text-body" href={`/logs?day=${desk.day}`}>
                {t("next.write")}
              </Link>
            )
          }
        >
          {desk.day === null ? (
            <p className="text-body text-ink-soft">{t("mentees.none")}</p>
          ) : (
            <div className="grid gap-5">
              {desk.cohorts.map((cohort) => (
                <DeskCohortLine key={cohort.id} cohort={cohort} day={cohort.today} named />
              ))}
              <ul className="grid gap-4 md:grid-cols-2">
                {desk.entries.map(({ enrollmentId, pairingId, left, mentee, status }) => (
                  <li key={enrollmentId} className="flex flex-wrap items-center gap-3 text-body">
                    <PersonLine name={mentee} detail={left !== null && t("mentees.left", { count: left })}>
                      <Link className="link reach inline-block py-0.5" href={`/mentees/${enrollmentId}`}>
                        {mentee}
                      </Link>
                    </PersonLine>
                    <LogStatusBadge status={status} />
                    <Link
                      className={buttonClass({ size: "small", tone: "quiet" })}
                      href={`/pairings/${pairingId}`}
                    >
                      {t("mentees.pairing")}
                      <span className="sr-only">: {mentee}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Panel>
        {firstNext && (
          <Panel flush title={t("tomorrow", { day: say(firstNext.day) })}>
            <LedSessions sessions={sessions.next} zone={zone} />
          </Panel>
        )}
      </div>
    </Words>
  );
}
