"use client";

import { useTranslations } from "next-intl";
import { recordTraining } from "@/lib/mentors/actions";
import { waiveTrainingSchema } from "@/lib/mentors/schema";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

type Given = { cohortId: string; nominationId: string; name: string };

/** Lets somebody mentor without the training of this cohort, with a reason that stays in the history. */
export function WaiveTraining({ onClose, ...given }: Given & { onClose: () => void }) {
  const t = useTranslations("mentors.waive");
  return (
    <Dialog open onClose={onClose} title={t("title", { name: given.name })} description={t("what")}>
      <WaiveForm {...given} onDone={onClose} />
    </Dialog>
  );
}

function WaiveForm({ cohortId, nominationId, name, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("mentors.waive");
  const form = useActionForm({
    schema: waiveTrainingSchema,
    action: recordTraining,
    defaults: { cohortId, nominationIds: [nominationId], training: "WAIVED", reason: "" },
    onDone: () => {
      showToast({ text: t("done", { name }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("reason")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
