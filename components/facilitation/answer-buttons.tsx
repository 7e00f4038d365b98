"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { answerFacilitation } from "@/lib/schedule/actions";

/** Accepts or declines to lead a session; either can be taken back for as long as the message stands. */
export function AnswerButtons({ sessionId, accepted }: { sessionId: string; accepted: boolean }) {
  const t = useTranslations("facilitation");
  const answer = (accept: boolean) => ({ sessionId, accept });
  return (
    <div className="flex flex-wrap gap-2">
      {!accepted && (
        <ActionButton action={answerFacilitation} input={answer(true)} done={t("accepted")} tone="primary">
          {t("accept")}
        </ActionButton>
      )}
      <ActionButton
        action={answerFacilitation}
        input={answer(false)}
        done={t("declined")}
        undo={{ action: answerFacilitation, input: answer(true), done: t("accepted") }}
        tone={accepted ? "quiet" : "plain"}
      >
        {t("decline")}
      </ActionButton>
    </div>
  );
}
