"use client";

import { CalendarClock, Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { answerInvitation } from "@/lib/mentors/actions";
import { declineInvitationSchema } from "@/lib/mentors/schema";
import { ActionButton } from "../ui/action-button";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { Unfold } from "../ui/unfold";

/** The mentor's own yes, "not this time", or a no that asks why, in a few words. */
export function AnswerInvitation({ nominationId }: { nominationId: string }) {
  const t = useTranslations("mentors.answer");
  const [declining, setDeclining] = useState(false);
  return (
    <Unfold open={declining}>
      {declining ? (
        <DeclineForm nominationId={nominationId} onClose={() => setDeclining(false)} />
      ) : (
        <div className="grid gap-2">
          <div className="flex flex-wrap gap-2">
            <ActionButton
              tone="primary"
              icon={<Check aria-hidden />}
              action={answerInvitation}
              input={{ nominationId, answer: "ACCEPTED" as const }}
              done={t("accepted")}
            >
              {t("accept")}
            </ActionButton>
            <ActionButton
              icon={<CalendarClock aria-hidden />}
              action={answerInvitation}
              input={{ nominationId, answer: "NOT_THIS_TIME" as const }}
              done={t("declined")}
            >
              {t("notThisTime")}
            </ActionButton>
            <Button tone="quiet" icon={<X aria-hidden />} onClick={() => setDeclining(true)}>
              {t("decline")}
            </Button>
          </div>
          <p>{t("which")}</p>
        </div>
      )}
    </Unfold>
  );
}

function DeclineForm({ nominationId, onClose }: { nominationId: string; onClose: () => void }) {
  const t = useTranslations("mentors.answer");
  const form = useActionForm({
    schema: declineInvitationSchema,
    action: answerInvitation,
    defaults: { nominationId, answer: "DECLINED", reason: "" },
    onDone: () => showToast({ text: t("declined") }),
  });
  return (
    <Form of={form} className="gap-4">
      <Field label={t("reason")} hint={t("reasonWho")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("declineSubmit")}</SubmitButton>
        <Button tone="quiet" onClick={onClose}>
          {t("back")}
        </Button>
      </FormActions>
    </Form>
  );
}
