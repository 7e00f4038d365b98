import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DaySessions } from "@/components/schedule/day-sessions";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { type Day, fromDay } from "@/lib/dates";
import { cohortSchedule, type ScheduledSession } from "@/lib/schedule/queries";

type Props = { params: Promise<{ cohortId: string }>; searchParams: Promise<{ show?: string | string[] }> };

const filters = ["all", "open", "together"] as const;
const filterSchema = z.enum(filters).catch("all");

const needsLead = (session: ScheduledSession) =>
  session.facilitators.length === 0 &&
  session.kind !== "SELF_STUDY" &&
  (session.state === "PLANNED" || session.state === "CONFIRMED");

const keeps: Record<(typeof filters)[number], (session: ScheduledSession) => boolean> = {
  all: () => true,
  open: needsLead,
  together: (session) => session.mentee === null,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.cohort");
  return { title: t("title") };
}

export default async function CohortSchedulePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const show = filterSchema.parse((await searchParams).show);
  const cohort = await orNotFound(cohortSchedule(actor, cohortId));
  const [t, format] = await Promise.all([getTranslations("schedule.cohort"), getFormatter()]);
  const shown = cohort.sessions.filter(keeps[show]);
  const byDay = new Map<Day, ScheduledSession[]>();
  for (const session of shown) byDay.set(session.day, [...(byDay.get(session.day) ?? []), session]);
  const numbers = new Map(cohort.days.map(({ day, phase, number }) => [day, { phase, number }]));
  const title = (day: Day) => {
    const planned = numbers.get(day);
    const place =
      planned?.phase === "PROGRAM"
        ? t("day", { number: planned.number })
        : t(planned?.phase === "TAIL" ? "tail" : "preparation");
    const date = format.dateTime(fromDay(day), {
      timeZone: "UTC",
      weekday: "long",
      day: "numeric",
      month: "long",
    });
    return `${place} · ${date}`;
  };
  return (
    <div className="grid gap-5">
      <FilterChips
        label={t("filter.label")}
        chips={filters.map((filter) => ({
          href: filter === "all" ? "?" : `?show=${filter}`,
          label: t(`filter.${filter}`),
          current: filter === show,
          ...(filter === "open" ? { count: cohort.sessions.filter(needsLead).length } : {}),
        }))}
      />
      {byDay.size === 0 && (
        <EmptyState icon={<CalendarDays />} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      {[...byDay].map(([day, sessions]) => (
        <Panel key={day} id={day} flush title={title(day)}>
          <DaySessions day={day} sessions={sessions} zone={actor.timeZone} />
        </Panel>
      ))}
    </div>
  );
}
