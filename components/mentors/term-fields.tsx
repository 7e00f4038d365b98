"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { Stepper } from "../ui/stepper";

type Registered = { control: Partial<ComponentProps<typeof Stepper>>; error: string | undefined };

/** How many hours a week, and how many mentees, an approved mentor takes on. */
export function TermFields({ hours, places, cap }: { hours: Registered; places: Registered; cap: number }) {
  const t = useTranslations("mentors.decide");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("hours")} hint={t("hoursHint")} error={hours.error}>
        {(control) => <Stepper {...control} {...hours.control} of={t("hours")} min={1} max={40} />}
      </Field>
      <Field label={t("capacity")} hint={t("capacityHint", { cap })} error={places.error}>
        {(control) => <Stepper {...control} {...places.control} of={t("capacity")} min={1} max={cap} />}
      </Field>
    </div>
  );
}
