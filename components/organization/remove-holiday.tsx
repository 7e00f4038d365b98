"use client";

import { useTranslations } from "next-intl";
import type { Day } from "@/lib/dates";
import { addHoliday, removeHoliday } from "@/lib/organization/actions";
import { ActionButton } from "../ui/action-button";

/** Removes a holiday; for ten seconds it can be put back. */
export function RemoveHoliday({ day, name }: { day: Day; name: string }) {
  const t = useTranslations("organization.holidays");
  return (
    <ActionButton
      action={removeHoliday}
      input={{ day }}
      done={t("removed", { name })}
      undo={{ action: addHoliday, input: { day, name }, done: t("added", { name }) }}
      size="small"
      tone="quiet"
    >
      {t("remove")} <span className="sr-only">{name}</span>
    </ActionButton>
  );
}
