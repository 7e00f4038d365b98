"use client";

import { useTranslations } from "next-intl";
import { giveFeedback } from "@/lib/training/actions";
import { giveFeedbackSchema } from "@/lib/training/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** Feedback on an answer as it was read; with it, the answer is fixed. */
export function FeedbackForm({
  nominationId,
  scenarioId,
  seen,
  name,
}: {
  nominationId: string;
  scenarioId: string;
  seen: number;
  name: string;
}) {
  const t = useTranslations("training.feedback");
  const form = useActionForm({
    schema: giveFeedbackSchema,
    action: giveFeedback,
    defaults: { nominationId, scenarioId, seen, feedback: "" },
    onDone: () => showToast({ text: t("given", { name }) }),
  });
  return (
    <Form of={form} className="grid content-start gap-3">
      <Field label={t("label", { name })} error={form.error("feedback")} required>
        {(control) => <Textarea {...control} {...form.register("feedback")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("give")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
