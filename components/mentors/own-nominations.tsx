import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListToJoin } from "@/lib/mentor-lists/queries";
import type { ListedNomination } from "@/lib/mentors/queries";
import { buttonClass } from "../ui/button";
import { Time } from "../ui/time";
import { DecisionStatus, TrainingStatus, WillingnessStatus } from "./mentor-state";

/** One's own nominations, each with how far it is. */
export function OwnNominations({ nominations }: { nominations: ListedNomination[] }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {nominations.map(({ id, decision, willingness, training, cohort }) => (
        <li
          key={id}
          className="relative flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover md:px-5"
        >
          <Link
            href={`/nominations/${id}`}
            className="min-w-0 flex-1 basis-48 font-medium text-ink no-underline after:absolute after:inset-0"
          >
            <bdi>{cohort.name}</bdi>
          </Link>
          {decision !== "APPROVED" || willingness === "NOT_ASKED" ? (
            <DecisionStatus decision={decision} />
          ) : (
            <WillingnessStatus willingness={willingness} />
          )}
          {decision === "APPROVED" && willingness === "ACCEPTED" && <TrainingStatus training={training} />}
        </li>
      ))}
    </ul>
  );
}

/** Open lists of one's own floor, on which one can offer oneself. */
export function ListsToJoin({ lists, zone }: { lists: ListToJoin[]; zone: string }) {
  const t = useTranslations("mentors.mine");
  return (
    <ul className="divide-y divide-line border-t border-line">
      {lists.map(({ id, floorId, dueAt, cohort }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 md:px-5">
          <div className="min-w-0 flex-1 basis-48">
            <bdi className="block font-medium">{cohort.name}</bdi>
            <span className="text-body text-ink-soft">
              {t("until")} <Time at={dueAt} zone={zone} show="both" />
            </span>
          </div>
          <Link
            href={`/floors/${floorId}/lists/${id}`}
            className={buttonClass()}
            aria-label={t("lookAt", { cohort: cohort.name })}
          >
            {t("look")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
