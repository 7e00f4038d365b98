import { useTranslations } from "next-intl";
import { addDays, type Day } from "@/lib/dates";
import { type StripDay, type StripMark, TwoWeekStrip } from "../cohorts/two-week-strip";
import { Panel } from "../ui/panel";

const monday: Day = "2026-11-09";
const labels = [
  "kickoff",
  "product",
  "funnel",
  "calls",
  "gate",
  "live",
  "lead",
  "mock",
  "ready",
  "certify",
] as const;
const inTheMiddle: StripMark[] = [
  "done",
  "done",
  "missed",
  "excused",
  "late",
  "due",
  "none",
  "none",
  "none",
  "certification",
];

/** Ten days from a Monday; `today` is the program day that it is, 0 before the first. */
function tenDays(
  marks: StripMark[],
  today: number,
  name?: (label: (typeof labels)[number]) => string,
  linked = false,
): StripDay[] {
  return labels.map((label, index) => ({
    day: addDays(monday, index + (index > 4 ? 2 : 0)),
    number: index + 1,
    label: name?.(label),
    state: index + 1 < today ? "past" : index + 1 === today ? "today" : "future",
    mark: marks[index],
    href: linked ? `#day-${index + 1}` : undefined,
  }));
}

const before: StripMark[] = labels.map((_, index) => (index === 9 ? "certification" : "none"));
const after: StripMark[] = labels.map((_, index) => (index === 9 ? "certification" : "done"));

/** The strip in its three sizes: before, during and after the program. */
export function Strips() {
  const t = useTranslations("design.strip");
  return (
    <Panel id="strip" title={t("title")}>
      <div className="grid gap-8">
        <div className="grid gap-5">
          <h3 className="text-sm text-ink-soft">{t("small")}</h3>
          <div className="grid gap-6 md:grid-cols-3">
            <TwoWeekStrip days={tenDays(before, 0)} total={10} caption={t("before")} />
            <TwoWeekStrip days={tenDays(inTheMiddle, 6)} current={6} total={10} />
            <TwoWeekStrip days={tenDays(after, 11)} total={10} />
          </div>
        </div>
        <div className="grid gap-3">
          <h3 className="text-sm text-ink-soft">{t("header")}</h3>
          <TwoWeekStrip days={tenDays(inTheMiddle, 6)} total={10} size="header" />
        </div>
        <div className="grid gap-3">
          <h3 className="text-sm text-ink-soft">{t("large")}</h3>
          <TwoWeekStrip days={tenDays(inTheMiddle, 6, t, true)} current={6} total={10} size="large" />
        </div>
      </div>
    </Panel>
  );
}
