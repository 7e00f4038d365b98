"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { withdrawMentee } from "@/lib/enrollments/actions";
import { withdrawMenteeSchema } from "@/lib/enrollments/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** Ends a mentee's part in the cohort, after asking why. */
export function WithdrawMentee({ id, name }: { id: string; name: string }) {
  const t = useTranslations("cohorts.withdraw");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" tone="quiet" aria-label={t("of", { name })} onClick={() => setOpen(true)}>
        {t("withdraw")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title", { name })} description={t("why")}>
        <WithdrawForm id={id} name={name} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function WithdrawForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const t = useTranslations("cohorts.withdraw");
  const form = useActionForm({
    schema: withdrawMenteeSchema,
    action: withdrawMentee,
    defaults: { enrollmentId: id, reason: "" },
    onDone: () => {
      showToast({ text: t("done", { name }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("reason")} hint={t("reasonHint")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone="danger">
          {t("withdraw")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
