import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { AttemptView } from "@/lib/assessments/queries";
import { RubricLevels } from "./rubric-levels";

/** The scores that whoever looks may see: each assessor's, one's own, or after the release what they come to. */
export function AttemptScores({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations("assessments.page");
  const handedIn = attempt.assessments.filter(({ submittedAt }) => submittedAt);
  const { criteria, maxLevel } = attempt.rubric;
  if (handedIn.length === 0 && attempt.role !== "mentee") return null;
  const columns =
    attempt.role === "mentee"
      ? [{ key: "mean", title: t("yourLevel"), levels: attempt.released?.levels ?? new Map() }]
      : handedIn.map(({ id, name, scores }) => ({
          key: id,
          title: name,
          levels: new Map([...scores].map(([criterion, score]) => [criterion, score.level])),
          comments: new Map([...scores].map(([criterion, score]) => [criterion, score.comment])),
        }));
  const comments = handedIn.filter(({ comment }) => comment);
  return (
    <Panel title={t("scores")} description={t("scoresWhy", { rubric: attempt.rubric.name })} flush>
      <RubricLevels criteria={criteria} maxLevel={maxLevel} columns={columns} />
      {comments.length > 0 && (
        <ul className="grid gap-3 border-t border-line px-4 py-3 text-body md:px-5">
          {comments.map(({ id, name, comment }) => (
            <li key={id}>
              <p className="font-medium">
                <bdi>{name}</bdi>
              </p>
              <p dir="auto" className="max-w-prose whitespace-pre-line text-ink-soft">
                {comment}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
