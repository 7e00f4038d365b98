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
          <Cards of={given.pairing} />
          <AnnounceForm {...given} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

/** What each of the two has written, to be read before they are told of each other. */
function Cards({ of: { mentor, mentorId, mentee, enrollmentId } }: { of: UnannouncedPairing }) {
  const t = useTranslations("announcements.panel");
  return (
    <ul className="mb-4 grid gap-1 text-body">
      <li>
        <a href={`/mentors/${mentorId}`} target="_blank" className="link" rel="noopener">
          {t("mentorCard", { name: mentor })}
        </a>
      </li>
      <li>
        <a href={`/mentees/${enrollmentId}/intake`} target="_blank" className="link" rel="noopener">
          {t("menteeCard", { name: mentee })}
        </a>
      </li>
    </ul>
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
