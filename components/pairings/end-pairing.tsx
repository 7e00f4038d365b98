"use client";

import { useTranslations } from "next-intl";
import { endPairing } from "@/lib/pairings/actions";
import { endPairingSchema } from "@/lib/pairings/schema";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

type Given = { pairingId: string; names: { mentor: string; mentee: string } };

/** Ends a confirmed pairing, with a reason that organizers alone can read. */
export function EndPairing({ onClose, ...given }: Given & { onClose: () => void }) {
  const t = useTranslations("pairings.end");
  return (
    <Dialog open onClose={onClose} title={t("title", given.names)} description={t("what")}>
      <EndForm {...given} onDone={onClose} />
    </Dialog>
  );
}

function EndForm({ pairingId, names, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("pairings.end");
  const form = useActionForm({
    schema: endPairingSchema,
    action: endPairing,
    defaults: { pairingId, reason: "" },
    onDone: () => {
      showToast({ text: t("done", names) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("reason")} hint={t("reasonWho")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone="danger">
          {t("submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
