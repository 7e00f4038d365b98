"use client";

import { useTranslations } from "next-intl";
import { confirmCovers, suggestCovers } from "@/lib/call-covers/actions";
import { ActionButton } from "../ui/action-button";
import { showToast } from "../ui/toast";

/** Has call mentors suggested for every block that nobody is confirmed for, and confirms what is suggested. */
export function SuggestCovers({ cohortId, coverIds }: { cohortId: string; coverIds: string[] }) {
  const t = useTranslations("call-covers.summary");
  const count = coverIds.length;
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton
        action={suggestCovers}
        input={{ cohortId }}
        tone={count === 0 ? "primary" : undefined}
        onDone={(outcome) => outcome && showToast({ text: t("suggested", outcome) })}
      >
        {t(count === 0 ? "suggest" : "again")}
      </ActionButton>
      {count > 0 && (
        <ActionButton
          action={confirmCovers}
          input={{ cohortId, coverIds }}
          tone="primary"
          done={t("confirmed", { count })}
        >
          {t("confirm", { count })}
        </ActionButton>
      )}
    </div>
  );
}
