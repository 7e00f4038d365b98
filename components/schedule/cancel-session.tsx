"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { cancelSession } from "@/lib/schedule/actions";

/** Cancels a session, after saying what happens: it cannot be undone, everybody is told at once. */
export function CancelSession({
  sessionId,
  title,
  group,
}: {
  sessionId: string;
  title: string;
  /** Who else comes, when it is the meeting of a group: it is cancelled for all of them. */
  group: readonly string[];
}) {
  const t = useTranslations("schedule.page");
  const format = useFormatter();
  const all = group.length > 0 ? `${t("cancelGroup", { names: format.list(group) })} ` : "";
  return (
    <div>
      <ActionButton
        action={cancelSession}
        input={{ sessionId }}
        done={t("cancelled")}
        tone="quiet"
        confirm={{
          title: t("cancelTitle", { title }),
          body: `${all}${t("cancelBody")}`,
          label: t("cancelDo"),
          danger: true,
        }}
      >
        {t("cancel")}
      </ActionButton>
    </div>
  );
}
