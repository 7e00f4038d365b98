"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { cancelSession } from "@/lib/schedule/actions";

/** Cancels a session, after saying what happens: it cannot be undone, everybody is told at once. */
export function CancelSession({ sessionId, title }: { sessionId: string; title: string }) {
  const t = useTranslations("schedule.page");
  return (
    <div>
      <ActionButton
        action={cancelSession}
        input={{ sessionId }}
        done={t("cancelled")}
        tone="quiet"
        confirm={{
          title: t("cancelTitle", { title }),
          body: t("cancelBody"),
          label: t("cancelDo"),
          danger: true,
        }}
      >
        {t("cancel")}
      </ActionButton>
    </div>
  );
}
