"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { mentorKinds } from "@/lib/mentors/rules";
import { Field } from "../ui/field";
import { Segmented } from "../ui/radio-group";
import { Stepper } from "../ui/stepper";

type Term = "kind" | "hoursPerWeek" | "capacity";
/** What a form with these three fields gives: its own may have more. */
type TermForm = {
  register: (name: Term, options?: { valueAsNumber: true }) => UseFormRegisterReturn;
  error: (name: Term) => string | undefined;
};

/**
 * As what an approved mentor mentors, for how many hours a week, and how many mentees.
 * @param most as many as can be kept: more than the cap where an organizer allowed it
 */
export function TermFields({ register, error, cap, most = cap }: TermForm & { cap: number; most?: number }) {
  const t = useTranslations("mentors.decide");
  const number = { valueAsNumber: true } as const;
  const hours = register("hoursPerWeek", number);
  const places = register("capacity", number);
  return (
    <>
      <Segmented
        legend={t("kind")}
        error={error("kind")}
        options={mentorKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...register("kind")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("hours")} hint={t("hoursHint")} error={error("hoursPerWeek")}>
          {(control) => <Stepper {...control} {...hours} of={t("hours")} min={1} max={40} />}
        </Field>
        <Field label={t("capacity")} hint={t("capacityHint", { cap })} error={error("capacity")}>
          {(control) => <Stepper {...control} {...places} of={t("capacity")} min={1} max={most} />}
        </Field>
      </div>
    </>
  );
}
