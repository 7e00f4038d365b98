import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Answer } from "@/lib/training/queries";

type File = NonNullable<Answer["file"]>;

/** Leads to what a mentor uploaded, and says how large it is. */
export function FileLink({ file: { id, name, size } }: { file: File }) {
  const t = useTranslations("training.scenario");
  return (
    <p className="flex min-w-0 items-start gap-2 text-body">
      <Paperclip aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
      <span className="min-w-0 wrap-anywhere">
        <a className="link reach" href={`/answer-files/${id}`} target="_blank" rel="noreferrer">
          <bdi>{name}</bdi>
        </a>{" "}
        <span className="whitespace-nowrap text-ink-soft">{t("size", { size: Math.ceil(size / 1000) })}</span>
      </span>
    </p>
  );
}

/** What a mentor answered, as it was written and uploaded. */
export function AnswerWords({ answer: { text, file } }: { answer: Pick<Answer, "text" | "file"> }) {
  return (
    <div className="grid gap-2">
      {text && (
        <blockquote className="border-l-2 border-line pl-3 text-body whitespace-pre-line wrap-anywhere">
          <bdi>{text}</bdi>
        </blockquote>
      )}
      {file && <FileLink file={file} />}
    </div>
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
