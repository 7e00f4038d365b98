import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import { DayWords } from "../cohorts/day-words";
import { Definition, Definitions } from "../ui/definition-list";

/** What the program asks of a mentor, and what it does not. */
export function Expectations({ will, wont }: { will: string[]; wont: string[] }) {
  const t = useTranslations("mentors.expect");
  return (
    <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <div>
        <h3 className="mb-1.5 text-body font-medium">{t("will")}</h3>
        <ul className="grid gap-1.5 text-body">
          {will.map((line) => (
            <li key={line} className="flex gap-2">
              <Check aria-hidden className="mt-1 size-4 shrink-0 text-done" />
              {line}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="mb-1.5 text-body font-medium">{t("wont")}</h3>
        <ul className="grid gap-1.5 text-body">
          {wont.map((line) => (
            <li key={line} className="flex gap-2">
              <X aria-hidden className="mt-1 size-4 shrink-0 text-ink-faint" />
              {line}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** When the cohort runs and, once decided, how much time it takes and of how many mentees. */
export function Commitment({
  startsOn,
  endsOn,
  hours,
  capacity,
}: {
  startsOn: Day;
  endsOn: Day;
  hours?: number;
  capacity?: number;
}) {
  const t = useTranslations("mentors.expect");
  return (
    <Definitions columns={3}>
      <Definition term={t("dates")}>
        <DayWords day={startsOn} /> – <DayWords day={endsOn} />
      </Definition>
      {hours !== undefined && <Definition term={t("hours")}>{t("hoursWeek", { count: hours })}</Definition>}
      {capacity !== undefined && (
        <Definition term={t("capacity")}>{t("capacityMost", { count: capacity })}</Definition>
      )}
    </Definitions>
  );
}
