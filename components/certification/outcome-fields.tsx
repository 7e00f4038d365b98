"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { DateInput } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { Outcome } from "@/lib/certification/rules";

type FieldName = "outcome" | "comment" | "retakeOn" | "extendedTo" | "plan" | "support";

/** What a form of an outcome begins with. What can only be passed is passed. */
export function emptyOutcome(attemptId: string, allowed: Outcome[]) {
  const [only, ...more] = allowed;
  const outcome = more.length === 0 ? only : undefined;
  return { attemptId, outcome, comment: "", retakeOn: "", extendedTo: "", plan: "", support: "" };
}

/** The outcomes that the scores allow, with what each of them needs to be decided. */
export function OutcomeFields({
  allowed,
  chosen,
  mentee,
  register,
  error,
}: {
  allowed: Outcome[];
  chosen: Outcome | undefined;
  mentee: string;
  register: (name: FieldName) => UseFormRegisterReturn;
  error: (name: FieldName) => string | undefined;
}) {
  const t = useTranslations("certification.form");
  return (
    <div className="grid gap-5">
      <RadioGroup
        legend={t("outcome")}
        options={allowed.map((outcome) => ({
          value: outcome,
          label: t(`outcomes.${outcome}.label`),
          hint: t(`outcomes.${outcome}.hint`),
        }))}
        error={error("outcome")}
        {...register("outcome")}
      />
      {chosen === "RETAKE" && (
        <Field label={t("retakeOn")} error={error("retakeOn")} required>
          {(control) => <DateInput {...control} {...register("retakeOn")} />}
        </Field>
      )}
      {chosen === "EXTENDED" && (
        <>
          <Field label={t("extendedTo")} error={error("extendedTo")} required>
            {(control) => <DateInput {...control} {...register("extendedTo")} />}
          </Field>
          <Field label={t("plan")} hint={t("planHint")} error={error("plan")} required>
            {(control) => <Textarea {...control} maxLength={4000} {...register("plan")} />}
          </Field>
          <Field label={t("support")} hint={t("supportHint")} error={error("support")} required>
            {(control) => <Textarea {...control} rows={2} maxLength={4000} {...register("support")} />}
          </Field>
        </>
      )}
      <Field label={t("comment", { mentee })} hint={t("commentHint")} optional error={error("comment")}>
        {(control) => <Textarea {...control} maxLength={2000} {...register("comment")} />}
      </Field>
    </div>
  );
}
