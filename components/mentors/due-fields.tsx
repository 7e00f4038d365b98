"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { DateInput, TimeInput } from "../ui/input";

type Registered = { control: ComponentProps<"input">; error: string | undefined };

/** Until when a list is due, as a day and a time of day in the cohort's time zone. */
export function DueFields({ day, time }: { day: Registered; time: Registered }) {
  const t = useTranslations("mentors.ask");
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field label={t("dueDay")} error={day.error} required>
        {(control) => <DateInput {...control} {...day.control} />}
      </Field>
      <Field label={t("dueTime")} error={time.error} required>
        {(control) => <TimeInput {...control} {...time.control} />}
      </Field>
    </div>
  );
}
