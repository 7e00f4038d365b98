"use client";

import { useTranslations } from "next-intl";
import { setCapacity } from "@/lib/capacities/actions";
import { setCapacitySchema } from "@/lib/capacities/schema";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Stepper } from "../ui/stepper";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

type Given = { nominationId: string; name: string; capacity: number; cap: number; reason: string | null };

/** Changes how many mentees a mentor can have; more than the program's cap needs a reason that everybody concerned sees. */
export function SetCapacity({ onClose, ...given }: Given & { onClose: () => void }) {
  const t = useTranslations("capacities.set");
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title", { name: given.name })}
      description={t("what", { cap: given.cap })}
    >
      <CapacityForm {...given} onDone={onClose} />
    </Dialog>
  );
}

function CapacityForm({ nominationId, name, capacity, cap, reason, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("capacities.set");
  const form = useActionForm({
    schema: setCapacitySchema,
    action: setCapacity,
    defaults: { nominationId, capacity, reason: reason ?? "" },
    onDone: (_, given) => {
      showToast({ text: t("done", { name, capacity: given.capacity }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("capacity")} error={form.error("capacity")} required>
        {(control) => (
          <Stepper
            {...control}
            of={t("mentees")}
            min={1}
            max={50}
            {...form.register("capacity", { valueAsNumber: true })}
          />
        )}
      </Field>
      <Field label={t("reason", { cap })} hint={t("reasonWho")} error={form.error("reason")} optional>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
