import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FloorList } from "@/lib/mentor-lists/queries";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";
import { ListStatus } from "./mentor-state";

/** What a list waits for: people, decisions, or to be submitted. */
function waitsFor(list: FloorList): "propose" | "decide" | "submit" {
  if (list.people === 0) return "propose";
  return list.proposed > 0 ? "decide" : "submit";
}

/** Lists that wait for a floor manager, each with the button that does what it waits for. */
export function ListTasks({ lists, now, zone }: { lists: FloorList[]; now: Date; zone: string }) {
  const t = useTranslations("mentors.tasks");
  return (
    <ul className="divide-y divide-line border-t border-line">
      {lists.map((list, index) => {
        const step = waitsFor(list);
        return (
          <li key={list.id} className="flex flex-wrap items-center gap-x-6 gap-y-2.5 px-4 py-3.5 md:px-5">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base font-medium">
                <bdi>{t(`what.${step}`, { count: list.proposed, cohort: list.cohort.name })}</bdi>
                {now > list.dueAt && <ListStatus list={list} now={now} />}
              </p>
              <p className="text-body text-ink-soft">
                {list.floor.name} · {t("due")} <Time at={list.dueAt} zone={zone} show="both" /> (
                <Time at={list.dueAt} zone={zone} now={now} />)
              </p>
            </div>
            <Link
              href={`/floors/${list.floor.id}/lists/${list.id}`}
              className={buttonClass({ tone: index === 0 ? "primary" : "plain" })}
              aria-label={t(`what.${step}`, { count: list.proposed, cohort: list.cohort.name })}
            >
              {t(`do.${step}`)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
