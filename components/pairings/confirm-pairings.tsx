"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { confirmPairings } from "@/lib/pairings/actions";
import { confirmPairingsSchema } from "@/lib/pairings/schema";
import { AnnouncementChoices } from "../announcements/announcement-choices";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";

type Given = { cohortId: string; pairingIds: string[] };

/** Confirms every suggestion of a cohort, after saying what that sets in motion and asking when both are told. */
export function ConfirmPairings(given: Given) {
  const t = useTranslations("pairings.confirm");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const count = given.pairingIds.length;
  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t("open", { count })}
      </Button>
      {open && (
        <Dialog open onClose={close} title={t("title", { count })} description={t("what")}>
          <ConfirmForm {...given} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function ConfirmForm({ cohortId, pairingIds, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("pairings.confirm");
  const form = useActionForm({
    schema: confirmPairingsSchema,
    action: confirmPairings,
    defaults: { cohortId, pairingIds, when: "NOW" },
    onDone: () => {
      showToast({ text: t("done", { count: pairingIds.length }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <AnnouncementChoices error={form.error("when")} {...form.register("when")} />
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
