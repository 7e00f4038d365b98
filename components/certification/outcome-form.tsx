"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { showToast } from "@/components/ui/toast";
import type { Outcome } from "@/lib/certification/rules";
import { decideOutcome } from "@/lib/outcomes/actions";
import { decideOutcomeSchema } from "@/lib/outcomes/schema";
import { emptyOutcome, OutcomeFields } from "./outcome-fields";

/** Where an organizer decides what a scored attempt came to. */
export function OutcomeForm({
  attemptId,
  allowed,
  mentee,
}: {
  attemptId: string;
  allowed: Outcome[];
  mentee: string;
}) {
  const t = useTranslations("certification.form");
  const form = useActionForm({
    schema: decideOutcomeSchema,
    action: decideOutcome,
    defaults: emptyOutcome(attemptId, allowed),
    onDone: () => showToast({ text: t("decided", { mentee }) }),
  });
  return (
    <Form of={form}>
      <OutcomeFields
        allowed={allowed}
        chosen={form.watch("outcome")}
        mentee={mentee}
        register={(name) => form.register(name)}
        error={(name) => form.error(name)}
      />
      <FormActions>
        <SubmitButton of={form}>{t("decide")}</SubmitButton>
        <p className="text-sm text-ink-soft">{t("told", { mentee })}</p>
      </FormActions>
    </Form>
  );
}
