import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Task } from "@/lib/today/rules";
import { buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { FinishTask } from "./finish-task";

/** As many things as somebody takes in at a glance. */
const shown = 3;

/** The next things to do over all cohorts, each with the button that does it; the others wait behind one press. */
export function EnablementTasks({ tasks }: { tasks: Task[] }) {
  const t = useTranslations("today.enablement");
  const rest = tasks.slice(shown);
  return (
    <Panel title={t("next")} flush>
      {tasks.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title={t("nothing")} className="py-7">
          {t("nothingWhy")}
        </EmptyState>
      ) : (
        <TaskList tasks={tasks.slice(0, shown)} first />
      )}
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="flex min-h-11 cursor-pointer items-center px-4 text-body text-accent md:px-5">
            {t("more", { count: rest.length })}
          </summary>
          <TaskList tasks={rest} />
        </details>
      )}
    </Panel>
  );
}

function TaskList({ tasks, first = false }: { tasks: Task[]; first?: boolean }) {
  const t = useTranslations("today.enablement.task");
  return (
    <ul className="divide-y divide-line border-t border-line">
      {tasks.map(({ kind, cohort, place, values }, index) => {
        const tone = first && index === 0 ? "primary" : "plain";
        return (
          <li
            key={`${kind}-${cohort.id}`}
            className="flex flex-wrap items-center gap-x-6 gap-y-2.5 px-4 py-3.5 md:px-5"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="text-base font-medium">
                <SentenceText of={{ key: `today.enablement.task.${kind}.what`, values }} />
              </p>
              <p className="text-body text-ink-soft">
                <bdi>{cohort.name}</bdi>
              </p>
            </div>
            {kind === "launch" || kind === "complete" ? (
              <FinishTask kind={kind} cohort={cohort} tone={tone} />
            ) : (
              <Link href={place} className={buttonClass({ tone })}>
                {t(`${kind}.do`)}
                <span className="sr-only">: {cohort.name}</span>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
