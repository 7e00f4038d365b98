"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { announcePairings } from "@/lib/announcements/actions";
import type { UnannouncedPairing } from "@/lib/announcements/queries";
import { announcePairingsSchema } from "@/lib/announcements/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { AnnouncementChoices } from "./announcement-choices";

type Given = { cohortId: string; pairing: UnannouncedPairing };

/** Settles when the two of one confirmed pairing are told. */
export function AnnouncePairing(given: Given) {
  const t = useTranslations("announcements.panel");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const names = { mentor: given.pairing.mentor, mentee: given.pairing.mentee };
  return (
    <>
      <Button size="small" aria-label={t("chooseFor", names)} onClick={() => setOpen(true)}>
        {t("choose")}
      </Button>
      {open && (
        <Dialog open onClose={close} title={t("chooseFor", names)}>
          <AnnounceForm {...given} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function AnnounceForm({ cohortId, pairing, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("announcements.panel");
  const form = useActionForm({
    schema: announcePairingsSchema,
    action: announcePairings,
    defaults: { cohortId, pairingIds: [pairing.id], when: pairing.announcement },
    onDone: (_, { when }) => {
      showToast({ text: t("done", { when, count: 1 }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <AnnouncementChoices error={form.error("when")} hideLegend {...form.register("when")} />
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
