"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Field } from "@/components/ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import { type AttemptStanding, allowedOutcomes, attemptResult } from "@/lib/certification/rules";
import { recordResult } from "@/lib/outcomes/actions";
import { recordResultSchema } from "@/lib/outcomes/schema";
import { emptyOutcome, OutcomeFields } from "./outcome-fields";
import { type Criterion, emptyScores, ScoreFields } from "./score-fields";
import { ScoreSum } from "./score-sum";

type Rubric = { passMark: number; maxLevel: number; criteria: Criterion[] };

/** Where an organizer scores an attempt and decides it in one go: what it may come to follows the levels. */
export function ResultForm({
  attemptId,
  rubric,
  standing,
  mentee,
}: {
  attemptId: string;
  rubric: Rubric;
  standing: AttemptStanding;
  mentee: string;
}) {
  const t = useTranslations("certification.form");
  const form = useActionForm({
    schema: recordResultSchema,
    action: recordResult,
    defaults: { ...emptyOutcome(attemptId, []), scores: emptyScores(rubric.criteria), assessment: "" },
    onDone: () => showToast({ text: t("decided", { mentee }) }),
  });
  const scores = form.watch("scores");
  const chosen = scores.filter(({ level }) => level !== "" && level !== null);
  const levels = new Map(chosen.map(({ criterionId, level }) => [criterionId, Number(level)]));
  const result = attemptResult(rubric, [levels]);
  const allowed = allowedOutcomes(result, standing);
  const outcome = form.watch("outcome");
  const { setValue, resetField } = form;
  const only = allowed.length === 1 ? allowed[0] : undefined;
  const gone = outcome !== undefined && !allowed.includes(outcome);
  useEffect(() => {
    if (only) setValue("outcome", only);
    else if (gone) resetField("outcome");
  }, [only, gone, setValue, resetField]);

  return (
    <Form of={form}>
      <ScoreFields
        criteria={rubric.criteria}
        register={(name) => form.register(name)}
        error={(name) => form.error(name)}
      />
      <Field label={t("assessment")} hint={t("assessmentHint")} optional error={form.error("assessment")}>
        {(control) => <Textarea {...control} maxLength={4000} {...form.register("assessment")} />}
      </Field>
      <ScoreSum rubric={rubric} result={result} />
      {allowed.length > 0 && (
        <OutcomeFields
          allowed={allowed}
          chosen={outcome}
          mentee={mentee}
          register={(name) => form.register(name)}
          error={(name) => form.error(name)}
        />
      )}
      <FormActions>
        <SubmitButton of={form}>{t("record")}</SubmitButton>
        <p className="text-sm text-ink-soft">{t("told", { mentee })}</p>
      </FormActions>
    </Form>
  );
}
