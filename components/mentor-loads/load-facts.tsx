import { useTranslations } from "next-intl";
import type { StatedLoad } from "@/lib/mentor-loads/queries";
import { withProtected } from "@/lib/mentors/load";
import { LoadWarnings } from "./load-warnings";

/** What somebody who may become a mentor has on their hands while the cohort lasts, beside the hours decided here. */
export function LoadFacts({ load, decided }: { load: StatedLoad; decided: number }) {
  const t = useTranslations("mentor-loads");
  const most = (of: "protectedHours" | "plannedHours") => Math.max(0, ...load.weeks.map((one) => one[of]));
  const elsewhere = most("protectedHours");
  const planned = most("plannedHours");
  return (
    <>
      <ul className="grid gap-0.5 text-body">
        <li>{load.selling === null ? t("notStated") : t("selling", { hours: load.selling })}</li>
        {elsewhere > 0 && <li>{t("elsewhere", { hours: elsewhere })}</li>}
        {planned > 0 && <li>{t("planned", { hours: planned })}</li>}
      </ul>
      <LoadWarnings of={withProtected(load, decided)} />
    </>
  );
}
