"use client";

import { useTranslations } from "next-intl";
import { inviteMentors, recordTraining } from "@/lib/mentors/actions";
import { ActionButton } from "../ui/action-button";

/** The next step for everybody who waits for the same one, in one press. */
export function BulkSteps({
  cohortId,
  invite,
  begin,
  complete,
}: {
  cohortId: string;
  invite: string[];
  begin: string[];
  complete: string[];
}) {
  const t = useTranslations("mentors.bulk");
  const count = (ids: string[]) => ({ count: ids.length });
  return (
    <>
      {complete.length > 0 && (
        <ActionButton
          action={recordTraining}
          input={{ cohortId, nominationIds: complete, training: "COMPLETED" as const }}
          done={t("completed", count(complete))}
        >
          {t("complete", count(complete))}
        </ActionButton>
      )}
      {begin.length > 0 && (
        <ActionButton
          action={recordTraining}
          input={{ cohortId, nominationIds: begin, training: "IN_PROGRESS" as const }}
          done={t("begun", count(begin))}
        >
          {t("begin", count(begin))}
        </ActionButton>
      )}
      {invite.length > 0 && (
        <ActionButton
          tone="primary"
          action={inviteMentors}
          input={{ cohortId, nominationIds: invite }}
          done={t("invited", count(invite))}
        >
          {t("invite", count(invite))}
        </ActionButton>
      )}
    </>
  );
}
