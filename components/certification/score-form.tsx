"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import { submitAssessment } from "@/lib/assessments/actions";
import { submitAssessmentSchema } from "@/lib/assessments/schema";
import { type Criterion, emptyScores, ScoreFields } from "./score-fields";

/** Where an assessor scores an attempt and hands the scores in, for good. */
export function ScoreForm({ attemptId, criteria }: { attemptId: string; criteria: Criterion[] }) {
  const t = useTranslations("assessments.form");
  const form = useActionForm({
    schema: submitAssessmentSchema,
    action: submitAssessment,
    defaults: { attemptId, scores: emptyScores(criteria), comment: "" },
    onDone: () => showToast({ text: t("handedIn") }),
  });
  return (
    <Form of={form}>
      <ScoreFields
        criteria={criteria}
        register={(name) => form.register(name)}
        error={(name) => form.error(name)}
      />
      <Field label={t("whole")} hint={t("wholeHint")} optional error={form.error("comment")}>
        {(control) => <Textarea {...control} maxLength={4000} {...form.register("comment")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("handIn")}</SubmitButton>
        <p className="text-sm text-ink-soft">{t("forGood")}</p>
      </FormActions>
    </Form>
  );
}
