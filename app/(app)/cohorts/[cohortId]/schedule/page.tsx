import { CalendarDays } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { DaySessions } from "@/components/schedule/day-sessions";
import { EarlierDays } from "@/components/schedule/earlier-days";
import { Words } from "@/components/shell/words";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { PrintButton } from "@/components/ui/print-button";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { type Day, fromDay, isDay } from "@/lib/dates";
import { type CohortSchedule, cohortSchedule } from "@/lib/schedule/cohort-schedule";

type Props = {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<{ show?: unknown; day?: unknown; past?: unknown }>;
};

const filters = ["all", "open", "together"] as const;
const filterSchema = z.enum(filters).catch("all");
type Filter = (typeof filters)[number];

/** What a filter leaves of the schedule, day by day. */
function byDay({ shared, lines }: CohortSchedule, show: Filter) {
  const kept = {
    shared: show === "open" ? shared.filter(({ needsLead }) => needsLead) : shared,
    lines: show === "all" ? lines : show === "open" ? lines.filter(({ unled }) => unled > 0) : [],
  };
  const days = new Set([...kept.shared, ...kept.lines].map(({ day }) => day));
  return [...days].sort().map((day) => ({
    day,
    shared: kept.shared.filter((session) => session.day === day),
    lines: kept.lines.filter((line) => line.day === day),
  }));
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.cohort");
  return { title: t("title") };
}

export default async function CohortSchedulePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const cohortId = pageId((await params).cohortId);
  const asked = await searchParams;
  const show = filterSchema.parse(asked.show);
  const opened = isDay(asked.day) ? asked.day : null;
  const past = asked.past !== undefined;
  const cohort = await orNotFound(cohortSchedule(actor, cohortId, opened, past));
  const [t, format] = await Promise.all([getTranslations("schedule.cohort"), getFormatter()]);
  const days = byDay(cohort, show);
  const unled =
    cohort.shared.filter(({ needsLead }) => needsLead).length +
    cohort.lines.reduce((sum, line) => sum + line.unled, 0);
  /** The same page, with this instead of what it was asked for. */
  const here = (change: { show?: Filter; day?: Day; past?: boolean }) => {
    const next = { show, past, ...change };
    const asks = new URLSearchParams();
    if (next.show !== "all") asks.set("show", next.show);
    if (next.past) asks.set("past", "");
    if (next.day) asks.set("day", next.day);
    return `?${asks}`;
  };
  const planned = new Map(cohort.days.map((one) => [one.day, one]));
  const title = (day: Day) => {
    const place = planned.get(day);
    const where =
      place?.phase === "PROGRAM"
        ? t("day", { number: place.number })
        : t(place?.phase === "TAIL" ? "tail" : "preparation");
    const date = { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" } as const;
    return `${where} · ${format.dateTime(fromDay(day), date)}`;
  };
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FilterChips
          label={t("filter.label")}
          chips={filters.map((filter) => ({
            href: here({ show: filter }),
            label: t(`filter.${filter}`),
            current: filter === show,
            ...(filter === "open" ? { count: unled } : {}),
          }))}
        />
        <PrintButton>{t("print")}</PrintButton>
      </div>
      {(cohort.from || past) && <EarlierDays hidden={!past} href={here({ past: !past })} />}
      {days.length === 0 && (
        <EmptyState icon={<CalendarDays />} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      <Words of={["schedule.cohort", "schedule.session", "sessions.state.session"]}>
        {days.map(({ day, shared, lines }) => (
          <Panel key={day} id={day} flush title={title(day)}>
            <DaySessions
              day={day}
              shared={shared}
              lines={lines}
              opened={day === opened ? cohort.opened : null}
              href={`${here(day === opened ? {} : { day })}#${day}`}
              zone={actor.timeZone}
            />
          </Panel>
        ))}
      </Words>
    </div>
  );
}
