import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { CohortStrip } from "@/components/cohorts/cohort-strip";
import { MentorCards } from "@/components/schedule/mentor-cards";
import { OwnSessions } from "@/components/schedule/own-session";
import { SharedLogs } from "@/components/schedule/shared-logs";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth";
import { clock } from "@/lib/clock";
import { fromDay } from "@/lib/dates";
import { latestSharedLogs, type OwnSchedule, ownSchedule } from "@/lib/schedule/queries";

const logsShown = 3;

/** What the list of sessions says. */
const sessionWords = ["schedule.session", "sessions.state.kind", "sessions.state.attendance"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.mentee");
  return { title: t("title") };
}

/** The session to be at now or next, what follows on its day, in the order of time. */
function comingUp({ sessions }: OwnSchedule, now: Date) {
  const [next, ...later] = sessions.filter((session) => session.endsAt > now);
  return { next, later: later.filter((session) => session.day === next?.day) };
}

export default async function MenteeTodayPage() {
  const actor = await requireActor();
  const [t, own, format, schedule] = await Promise.all([
    getTranslations("schedule.mentee"),
    getTranslations("schedule.own"),
    getFormatter(),
    ownSchedule(actor),
  ]);
  if (!schedule) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState icon={<CalendarDays />} title={own("none.title")}>
          {own("none.body")}
        </EmptyState>
      </>
    );
  }
  const logs = await latestSharedLogs(actor, schedule.id, logsShown);
  const { cohort, mentors, result } = schedule;
  const { next, later } = comingUp(schedule, clock.now());
  const say = (day: OwnSchedule["cohort"]["today"]) =>
    format.dateTime(fromDay(day), { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  return (
    <>
      <PageHeader title={t("title")} description={`${say(cohort.today)} · ${cohort.name}`} />
      <div className="grid gap-5">
        {schedule.asksIntake && <IntakeBanner enrollmentId={schedule.id} />}
        {result && <ResultBanner result={result} />}
        <Panel
          flush
          title={next && next.day !== cohort.today ? t("tomorrow", { day: say(next.day) }) : t("next")}
          actions={
            <Link href="/schedule" className={buttonClass({})}>
              {t("whole")}
            </Link>
          }
        >
          {next ? (
            <Words of={sessionWords}>
              <OwnSessions sessions={[next, ...later]} zone={actor.timeZone} openFirst />
            </Words>
          ) : (
            <p className="px-4 pb-4 text-body text-ink-soft md:px-5">{t("nextNone")}</p>
          )}
        </Panel>
        <Panel>
          <CohortStrip cohort={cohort} size="large" />
        </Panel>
        <div className="grid items-start gap-5 md:grid-cols-2">
          <Panel title={t("mentor")}>
            <MentorCards mentors={mentors} />
          </Panel>
          <Panel
            title={t("logs")}
            actions={
              <Link href={`/mentees/${schedule.id}`} className="link text-body">
                {t("all")}
              </Link>
            }
          >
            <SharedLogs logs={logs} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The first thing that a new mentee can do, before anybody mentors them. */
async function IntakeBanner({ enrollmentId }: { enrollmentId: string }) {
  const t = await getTranslations("intakes.ask");
  return (
    <Banner
      tone="info"
      title={t("title")}
      actions={
        <Link href={`/mentees/${enrollmentId}/intake`} className={buttonClass({ tone: "primary" })}>
          {t("act")}
        </Link>
      }
    >
      {t("body")}
    </Banner>
  );
}

async function ResultBanner({ result }: { result: NonNullable<OwnSchedule["result"]> }) {
  const t = await getTranslations("schedule.mentee.result");
  const { certificate, state } = result;
  const href = certificate ? `/certificates/${certificate.number}` : `/attempts/${result.id}`;
  return (
    <Banner
      tone={state === "PASSED" ? "done" : "info"}
      title={state === "PASSED" || state === "RETAKE" || state === "EXTENDED" ? t(state) : t("FAILED")}
      actions={
        <Link href={href} className={buttonClass({})}>
          {certificate ? t("certificate") : t("open")}
        </Link>
      }
    >
      {result.comment}
    </Banner>
  );
}
