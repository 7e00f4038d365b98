import { useTranslations } from "next-intl";
import type { CohortOverview } from "@/lib/cohorts/queries";
import type { Day } from "@/lib/dates";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { DayWords } from "./day-words";
import { MilestoneTick } from "./milestone-tick";

type Milestone = CohortOverview["milestones"][number];

/** What is due on which day. What is done folds away; what is late or due today says so. */
export function MilestoneList({
  milestones,
  today,
  fixed,
}: {
  milestones: Milestone[];
  today: Day;
  /** Nothing can be ticked any more. */
  fixed: boolean;
}) {
  const t = useTranslations("cohorts.milestones");
  const done = milestones.filter((milestone) => milestone.doneAt !== null);
  const open = milestones.filter((milestone) => milestone.doneAt === null);
  const lines = (list: Milestone[]) => (
    <ul className="divide-y divide-line">
      {list.map((milestone) => (
        <li key={milestone.id} className="flex items-start gap-3 py-1.5">
          <div className="min-w-0 flex-1">
            <MilestoneTick
              id={milestone.id}
              done={milestone.doneAt !== null}
              title={milestone.title}
              who={milestone.who}
              disabled={fixed}
            />
          </div>
          <div className="grid justify-items-end gap-1 py-2.5 text-sm text-ink-soft md:py-1">
            <DayWords day={milestone.day} />
            {milestone.doneAt === null && milestone.day <= today && !fixed && (
              <Status tone="due">{milestone.day === today ? t("today") : t("late")}</Status>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
  return (
    <Panel
      id="milestones"
      title={t("title")}
      description={t("count", { done: done.length, of: milestones.length })}
    >
      {lines(open.slice(0, 6))}
      {open.length > 6 && (
        <details>
          <summary className="cursor-pointer py-2.5 text-body text-accent">
            {t("later", { count: open.length - 6 })}
          </summary>
          {lines(open.slice(6))}
        </details>
      )}
      {done.length > 0 && (
        <details>
          <summary className="cursor-pointer py-2.5 text-body text-accent">
            {t("done", { count: done.length })}
          </summary>
          {lines(done)}
        </details>
      )}
    </Panel>
  );
}
