"use client";

import { Check, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { IconButton } from "@/components/ui/icon-button";
import { runAction } from "@/components/ui/run-action";
import { markAllRead, markRead } from "@/lib/messages/actions";

/** Marks one notification as read without opening it. */
export function MarkRead({ messageId, title }: { messageId: string; title: string }) {
  const t = useTranslations("messages.inbox");
  const [pending, start] = useTransition();
  return (
    <IconButton
      label={t("markOneRead", { title })}
      aria-disabled={pending || undefined}
      onClick={() => {
        if (!pending) start(async () => void (await runAction(markRead, { messageId })));
      }}
    >
      <Check aria-hidden />
    </IconButton>
  );
}

/** Marks every notification as read. */
export function MarkAllRead() {
  const t = useTranslations("messages.inbox");
  return (
    <ActionButton action={markAllRead} input={{}} done={t("markedAllRead")} icon={<CheckCheck aria-hidden />}>
      {t("markAllRead")}
    </ActionButton>
  );
}
