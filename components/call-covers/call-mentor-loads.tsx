import { useFormatter, useTranslations } from "next-intl";
import type { CallGrid } from "@/lib/call-covers/grid";
import { type Day, fromDay } from "@/lib/dates";
import { Meter } from "../ui/meter";
import { Panel } from "../ui/panel";

type Load = CallGrid["mentors"][number];

/** How the live calls are shared out: each call mentor beside the one who has most, with what they can. */
export function CallMentorLoads({ mentors }: { mentors: Load[] }) {
  const t = useTranslations("call-covers.fairness");
  if (mentors.length === 0) {
    return (
      <Panel title={t("title")}>
        <p className="text-body text-ink-soft">{t("nobody")}</p>
      </Panel>
    );
  }
  const most = Math.max(1, ...mentors.map(({ calls }) => calls));
  const sorted = [...mentors].sort((a, b) => b.calls - a.calls || a.name.localeCompare(b.name));
  return (
    <Panel title={t("title")} description={t("what")}>
      <ul className="grid gap-3">
        {sorted.map((mentor) => (
          <LoadLine key={mentor.nominationId} mentor={mentor} most={most} />
        ))}
      </ul>
    </Panel>
  );
}

function LoadLine({ mentor, most }: { mentor: Load; most: number }) {
  const t = useTranslations("call-covers.fairness");
  const format = useFormatter();
  const day = (one: Day) =>
    format.dateTime(fromDay(one), { timeZone: "UTC", day: "numeric", month: "short" });
  const { name, calls, suggested, capacity, hoursPerWeek, paused, away } = mentor;
  const kept = [
    paused ? t("paused") : "",
    away
      ? t(away.firstDay === away.lastDay ? "leaveDay" : "leave", {
          first: day(away.firstDay),
          last: day(away.lastDay),
        })
      : "",
  ].filter(Boolean);
  return (
    <li className="grid gap-1">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-body">
        <bdi className="font-medium">{name}</bdi>
        {kept.length > 0 && <span className="text-sm text-due">{kept.join(", ")}</span>}
      </span>
      <Meter value={calls} max={most} label={t("calls", { calls, suggested })} />
      <span className="text-sm text-ink-soft md:text-xs">{t("room", { capacity, hours: hoursPerWeek })}</span>
    </li>
  );
}
