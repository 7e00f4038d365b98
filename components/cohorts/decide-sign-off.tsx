"use client";

import { useTranslations } from "next-intl";
import { decideSignOff } from "@/lib/sign-offs/actions";
import { type DecideSignOff as Decision, decideSignOffSchema } from "@/lib/sign-offs/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { RadioGroup } from "../ui/radio-group";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** One's own answer to a request to sign off: approve, or say what has to change first. */
export function DecideSignOff({ id }: { id: string }) {
  const t = useTranslations("cohorts.signOffs");
  const form = useActionForm<Decision, void>({
    schema: decideSignOffSchema,
    action: decideSignOff,
    defaults: { signOffId: id, comment: "" },
    onDone: () => showToast({ text: t("decided") }),
  });
  return (
    <Form of={form} className="mt-2">
      <RadioGroup
        legend={t("answer")}
        options={[
          { value: "APPROVED", label: t("approve") },
          { value: "CHANGES_REQUESTED", label: t("change") },
        ]}
        error={form.error("decision")}
        {...form.register("decision")}
      />
      <Field label={t("comment")} hint={t("commentHint")} error={form.error("comment")}>
        {(control) => <Textarea {...control} {...form.register("comment")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("answerButton")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
