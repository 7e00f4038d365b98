"use client";

import { useTranslations } from "next-intl";
import { answerScenario } from "@/lib/training/actions";
import { answerScenarioSchema } from "@/lib/training/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** A mentor's answer to a scenario: written, or changed as long as there is no feedback. */
export function AnswerForm({
  nominationId,
  scenarioId,
  answer,
}: {
  nominationId: string;
  scenarioId: string;
  answer: { version: number; text: string } | undefined;
}) {
  const t = useTranslations("training.scenario");
  const form = useActionForm({
    schema: answerScenarioSchema,
    action: answerScenario,
    defaults: { nominationId, scenarioId, seen: answer?.version ?? 0, text: answer?.text ?? "" },
    onDone: () => showToast({ text: t("sent") }),
  });
  return (
    <Form of={form} className="grid gap-3">
      <Field label={t("yours")} error={form.error("text")} required>
        {(control) => <Textarea rows={4} {...control} {...form.register("text")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone={answer ? "plain" : "primary"}>
          {t(answer ? "change" : "answer")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
