"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type PlanResult, planCohort } from "@/lib/cohorts/planner";
import { type Day, dayAt, isDay, isTimeZone } from "@/lib/dates";
import type { PlannableVersion } from "@/lib/programs/queries";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Definition, Definitions } from "../ui/definition-list";
import { useSentence } from "../ui/sentence";
import { stripDays } from "./cohort-strip";
import { DayWords } from "./day-words";
import { TwoWeekStrip } from "./two-week-strip";

/** What the back-planner needs that does not change while one fills in the form. `now` is the server's clock. */
export type PlanGround = { versions: PlannableVersion[]; holidays: [Day, string][]; now: Date };

export type PlanWish = { versionId: string; certificationDate: string; timeZone: string };

/** The plan for a wish, with the server's own planner; null while the wish is not complete. */
export function usePlan(ground: PlanGround, wish: PlanWish): (PlanResult & { today: Day }) | null {
  const { versionId, certificationDate, timeZone: zone } = wish;
  return useMemo(() => {
    const version = ground.versions.find((one) => one.id === versionId);
    if (!version || !isDay(certificationDate) || !isTimeZone(zone)) return null;
    const { milestones, ...shape } = version;
    const today = dayAt(ground.now, zone);
    const holidays = new Map(ground.holidays);
    return { ...planCohort({ certificationDate, shape, milestones, holidays, zone, today }), today };
  }, [ground, versionId, certificationDate, zone]);
}

/** Shows what would be saved: the days, what is due when, and what lies in the way. Offers other dates where one does not work. */
export function PlanPreview({
  planned,
  onOffer,
}: {
  planned: ReturnType<typeof usePlan>;
  onOffer: (day: Day) => void;
}) {
  const t = useTranslations("cohorts.preview");
  const words = useSentence();
  if (!planned) return <p className="text-body text-ink-soft">{t("waiting")}</p>;
  if (!planned.plan) {
    return (
      <Banner
        tone="missed"
        title={words(planned.refusal)}
        actions={planned.offers.map((day) => (
          <Button key={day} size="small" onClick={() => onOffer(day)}>
            {t("useDay")} <DayWords day={day} year />
          </Button>
        ))}
      />
    );
  }
  const { plan, clashes, today } = planned;
  const days = stripDays(plan.days, today, plan.certificationDate);
  const preparation = plan.milestones.filter((milestone) => milestone.day < plan.startsOn);
  return (
    <div className="grid min-w-0 gap-5">
      <Definitions columns={2}>
        <Definition term={t("prepares")}>
          <DayWords day={plan.preparesOn} year />
        </Definition>
        <Definition term={t("starts")}>
          <DayWords day={plan.startsOn} year />
        </Definition>
        <Definition term={t("certifies")}>
          <DayWords day={plan.certificationDate} year />
        </Definition>
        <Definition term={t("ends")}>
          <DayWords day={plan.tailEndsOn} year />
        </Definition>
      </Definitions>
      <TwoWeekStrip
        days={days}
        total={days.length}
        size="header"
        caption={t("days", { count: days.length })}
      />
      {clashes.length > 0 && (
        <ul className="grid gap-2" aria-label={t("clashes")}>
          {clashes.map((clash) => (
            <li key={`${clash.kind}-${clash.day}`}>
              <Banner tone={clash.kind === "PAST" ? "due" : "info"}>{words(clash.sentence)}</Banner>
            </li>
          ))}
        </ul>
      )}
      <Preparation milestones={preparation} />
    </div>
  );
}

function Preparation({ milestones }: { milestones: { key: string; title: string; day: Day }[] }) {
  const t = useTranslations("cohorts.preview");
  if (milestones.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 text-body text-accent md:min-h-0 md:py-1">
        {t("preparation", { count: milestones.length })}
      </summary>
      <ul className="mt-1 grid gap-1 text-body">
        {milestones.map((milestone) => (
          <li key={milestone.key} className="grid grid-cols-[7rem_1fr] gap-3">
            <span className="text-ink-soft">
              <DayWords day={milestone.day} />
            </span>
            <span>{milestone.title}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
