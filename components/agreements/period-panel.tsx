import { useFormatter, useTranslations } from "next-intl";
import type { PairingPage } from "@/lib/agreements/queries";
import { fromDay } from "@/lib/dates";
import { isCurrent } from "@/lib/pairings/rules";
import { DayWords } from "../cohorts/day-words";
import { Panel } from "../ui/panel";

/** From when to when, and how many working days are left. */
export function PeriodPanel({ pairing }: { pairing: PairingPage }) {
  const t = useTranslations("agreements.period");
  const { startsOn, endsOn, endReason, side, state } = pairing;
  return (
    <Panel title={t(side ? "title" : "titleOther")}>
      <p className="text-xl font-semibold tracking-tight tabular-nums">
        <CountdownWords pairing={pairing} />
      </p>
      <p className="mt-1 text-body text-ink-soft">
        <DayWords day={startsOn} /> – <DayWords day={endsOn} year />
      </p>
      {state === "PAUSED" && <p className="mt-2 text-body">{t("PAUSED")}</p>}
      {endReason && (
        <div className="mt-4 border-t border-line pt-3">
          <p className="text-sm text-ink-soft md:text-xs">{t("why")}</p>
          <p className="whitespace-pre-line text-body">{endReason}</p>
        </div>
      )}
    </Panel>
  );
}

function CountdownWords({ pairing: { countdown, startsOn, state } }: { pairing: PairingPage }) {
  const t = useTranslations("agreements.period");
  const format = useFormatter();
  if (countdown.kind === "left") return t("left", { count: countdown.count });
  if (countdown.kind === "over") {
    const words = t(isCurrent(state) ? "past" : "over");
    return <span className="text-body font-normal tracking-normal">{words}</span>;
  }
  const day = format.dateTime(fromDay(startsOn), {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  return t("before", { day });
}
