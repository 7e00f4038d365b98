"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { reassignPairing } from "@/lib/handovers/actions";
import { reassignPairingSchema } from "@/lib/handovers/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { type Choice, RadioGroup } from "../ui/radio-group";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** Hands a mentee over to another mentor: whom, why (for organizers), and what is still open (for the next mentor). */
export function ReassignForm({
  pairingId,
  mentee,
  choices,
}: {
  pairingId: string;
  mentee: string;
  choices: Choice[];
}) {
  const t = useTranslations("handovers.reassign");
  const router = useRouter();
  const form = useActionForm({
    schema: reassignPairingSchema,
    action: reassignPairing,
    defaults: { pairingId, nominationId: "", reason: "", note: "" },
    onDone: (next) => {
      const count = next?.toMove.length ?? 0;
      showToast({ text: count > 0 ? t("doneMove", { mentee, count }) : t("done", { mentee }) });
      if (next) router.push(`/pairings/${next.pairingId}`);
    },
  });
  return (
    <Form of={form}>
      <RadioGroup
        legend={t("choose")}
        options={choices}
        error={form.error("nominationId")}
        {...form.register("nominationId")}
      />
      <Field label={t("reason")} hint={t("reasonWho")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <Field label={t("note")} hint={t("noteWho")} error={form.error("note")} optional>
        {(control) => <Textarea {...control} {...form.register("note")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
