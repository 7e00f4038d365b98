import { useFormatter, useTranslations } from "next-intl";
import type { CallGrid, StuckBlock } from "@/lib/call-covers/grid";
import { obstacles } from "@/lib/call-covers/rules";
import { fromDay } from "@/lib/dates";
import { Banner } from "../ui/banner";
import { Panel } from "../ui/panel";
import { SuggestCovers } from "./suggest-covers";

const shownReasons = 6;

/** How far the live calls are covered, the way to have them suggested, and why some cannot be. */
export function CallsSummary({ grid: { cohort, open, rows, mentors, stuck } }: { grid: CallGrid }) {
  const t = useTranslations("call-covers.summary");
  const cells = rows.flatMap((row) => row.cells);
  const count = (...states: string[]) => cells.filter(({ state }) => states.includes(state)).length;
  const gaps = count("gap");
  const standIns = count("standIn");
  const suggestions = cells.flatMap(({ state, coverId, over }) =>
    state === "suggested" && coverId && !over ? [coverId] : [],
  );
  const covered = count("suggested", "confirmed", "paired");
  return (
    <Panel
      title={t("title")}
      description={t("counts", { covered, blocks: cells.length, suggested: suggestions.length })}
    >
      <div className="grid gap-3">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-body">
          {gaps > 0 && <li className="font-medium text-missed">{t("gaps", { count: gaps })}</li>}
          {standIns > 0 && <li className="text-due">{t("standIns", { count: standIns })}</li>}
          {gaps + standIns === 0 && <li className="text-done">{t("whole")}</li>}
        </ul>
        {open && mentors.length > 0 && <SuggestCovers cohortId={cohort.id} coverIds={suggestions} />}
        {open && <p className="text-sm text-ink-soft">{t("untold")}</p>}
        {mentors.length === 0 ? <NoCallMentor /> : <WhyNot stuck={stuck} zone={cohort.timeZone} />}
      </div>
    </Panel>
  );
}

function NoCallMentor() {
  const t = useTranslations("call-covers.why");
  return <Banner tone="due">{t("none")}</Banner>;
}

/** Blocks at the same time that nobody can come to for the same reasons, together. */
function together(stuck: readonly StuckBlock[]): [StuckBlock, ...StuckBlock[]][] {
  const groups = new Map<string, [StuckBlock, ...StuckBlock[]]>();
  for (const one of stuck) {
    const key = `${+one.startsAt} ${JSON.stringify(one.kept)}`;
    const those = groups.get(key);
    if (those) those.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function WhyNot({ stuck, zone }: { stuck: readonly StuckBlock[]; zone: string }) {
  const t = useTranslations("call-covers.why");
  const format = useFormatter();
  if (stuck.length === 0) return null;
  const groups = together(stuck);
  const rest = groups.slice(shownReasons).flat().length;
  return (
    <div className="grid gap-1 text-body">
      <h3 className="font-medium">{t("title")}</h3>
      <ul className="grid gap-1">
        {groups.slice(0, shownReasons).map((those) => {
          const [{ day, startsAt, kept, mentee }] = those;
          const mentees = [...those.slice(0, 3).map((one) => one.mentee)];
          if (those.length > 3) mentees.push(t("and", { count: those.length - 3 }));
          const reasons = obstacles.flatMap((one) => (kept[one] ? [t(one, { count: kept[one] })] : []));
          return (
            <li key={`${+startsAt} ${mentee}`}>
              {t("nobody", {
                day: format.dateTime(fromDay(day), {
                  timeZone: "UTC",
                  weekday: "long",
                  day: "numeric",
                  month: "short",
                }),
                time: format.dateTime(startsAt, { timeZone: zone, hour: "numeric", minute: "2-digit" }),
                mentees: mentees.join(", "),
              })}{" "}
              <span className="text-ink-soft">{reasons.join(", ")}.</span>
            </li>
          );
        })}
        {rest > 0 && <li className="text-ink-soft">{t("rest", { count: rest })}</li>}
      </ul>
    </div>
  );
}
