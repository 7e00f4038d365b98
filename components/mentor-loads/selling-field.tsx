"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "../ui/field";
import { Stepper } from "../ui/stepper";

/** What is typed as hours: nothing for not known. For `register(…, asHours)`. */
export const asHours = {
  setValueAs: (typed: unknown) => (typed === "" || typed === null ? null : Number(typed)),
};

/** Hours a week with own customers, as a field of a form; empty means that nobody knows. */
export function SellingField({ field, error }: { field: UseFormRegisterReturn; error: string | undefined }) {
  const t = useTranslations("mentor-loads.form");
  return (
    <Field label={t("hours")} hint={t("hint")} error={error}>
      {(control) => <Stepper {...control} {...field} of={t("hours")} min={0} max={80} />}
    </Field>
  );
}
