import { useTranslations } from "next-intl";
import type { Answer } from "@/lib/training/queries";

/** What a mentor wrote, as it was written. */
export function AnswerWords({ children }: { children: string }) {
  return (
    <blockquote className="border-l-2 border-line pl-3 text-body whitespace-pre-line wrap-anywhere">
      <bdi>{children}</bdi>
    </blockquote>
  );
}

/** What an organizer wrote about an answer, and who it was. */
export function FeedbackWords({ answer }: { answer: Pick<Answer, "feedback" | "feedbackBy"> }) {
  const t = useTranslations("training.scenario");
  if (!answer.feedback) return null;
  return (
    <div className="rounded-control bg-done-soft px-3 py-2 text-body">
      <p className="text-sm font-medium text-done">
        {t("feedbackBy", { name: answer.feedbackBy?.name ?? "" })}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">
        <bdi>{answer.feedback}</bdi>
      </p>
    </div>
  );
}
