import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { stripDays } from "@/components/cohorts/cohort-strip";
import { TwoWeekStrip } from "@/components/cohorts/two-week-strip";
import { EarlierDays } from "@/components/schedule/earlier-days";
import { LedDays } from "@/components/schedule/led-days";
import { OwnSessions } from "@/components/schedule/own-session";
import { Words } from "@/components/shell/words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/actor";
import { requireActor } from "@/lib/auth";
import { programDayOn } from "@/lib/cohorts/rules";
import { type Day, fromDay } from "@/lib/dates";
import { ledSchedule } from "@/lib/mentoring/queries";
import { ownSchedule } from "@/lib/schedule/queries";

/** What the list of sessions says. */
const sessionWords = ["schedule.session", "sessions.state.kind", "sessions.state.attendance"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.own");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ past?: unknown }> };

export default async function SchedulePage({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([requireActor(), searchParams]);
  const past = asked.past !== undefined;
  const [t, days, format, schedule] = await Promise.all([
    getTranslations("schedule.own"),
    getTranslations("schedule.cohort"),
    getFormatter(),
    ownSchedule(actor, past),
  ]);
  if (!schedule) return <LedSchedule actor={actor} />;
  const { cohort, sessions, from } = schedule;
  const program = cohort.days.filter((one) => one.phase === "PROGRAM");
  const strip = stripDays(program, cohort.today, cohort.certificationDate);
  const isHidden = ({ day }: { day: Day }) => from !== null && day < from;
  const hides = program.some(isHidden);
  return (
    <>
      <PageHeader
        crumbs={[{ href: `/cohorts/${cohort.id}`, label: cohort.name }]}
        title={t("title")}
        description={t("description", { zone: actor.timeZone })}
      />
      <div className="grid gap-5">
        <Panel>
          <TwoWeekStrip
            days={strip.map((day) => ({ ...day, href: `${isHidden(day) ? "?past" : ""}#${day.day}` }))}
            total={program.length}
            current={programDayOn(program, cohort.today)?.number}
            size="large"
          />
        </Panel>
        {(hides || past) && <EarlierDays hidden={hides} href={hides ? "?past" : "?"} />}
        <Words of={sessionWords}>
          {program.map(({ day, number }) => {
            if (isHidden({ day })) return null;
            const here = sessions.filter((session) => session.day === day);
            const date = format.dateTime(fromDay(day), {
              timeZone: "UTC",
              weekday: "long",
              day: "numeric",
              month: "long",
            });
            return (
              <Panel
                key={day}
                id={day}
                flush
                title={`${days("day", { number })} · ${date}${day === cohort.today ? ` · ${t("today")}` : ""}`}
              >
                {here.length === 0 ? (
                  <p className="px-4 pb-4 text-body text-ink-soft md:px-5">{t("weekFree")}</p>
                ) : (
                  <OwnSessions sessions={here} zone={actor.timeZone} />
                )}
              </Panel>
            );
          })}
        </Words>
      </div>
    </>
  );
}

/** For those who are mentees of no cohort: what they lead. */
async function LedSchedule({ actor }: { actor: Actor }) {
  const [t, { today, days }] = await Promise.all([getTranslations("schedule.own"), ledSchedule(actor)]);
  const past = days.filter(({ day }) => day < today);
  const coming = days.filter(({ day }) => day >= today);
  if (days.length === 0) {
    return (
      <>
        <PageHeader title={t("led.title")} />
        <EmptyState icon={<CalendarDays />} title={t("none.title")}>
          {t("none.body")}
        </EmptyState>
      </>
    );
  }
  return (
    <Words of={["mentoring.session"]}>
      <PageHeader title={t("led.title")} description={t("led.description", { zone: actor.timeZone })} />
      <div className="grid gap-5">
        {past.length > 0 && (
          <details>
            <summary className="reach cursor-pointer text-body text-ink-soft">
              {t("led.past", { count: past.length })}
            </summary>
            <div className="mt-3 grid gap-5">
              <LedDays days={past} today={today} zone={actor.timeZone} />
            </div>
          </details>
        )}
        <LedDays days={coming} today={today} zone={actor.timeZone} />
        {coming.length === 0 && <p className="text-body text-ink-soft">{t("led.noMore")}</p>}
      </div>
    </Words>
  );
}
