import { useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { Banner } from "@/components/ui/banner";
import { Panel } from "@/components/ui/panel";
import { SentenceText } from "@/components/ui/sentence";
import type { AttemptView, Judgement } from "@/lib/assessments/queries";
import { OutcomeForm } from "./outcome-form";
import { ResultForm } from "./result-form";
import { ScoreForm } from "./score-form";
import { ScoreSum } from "./score-sum";

/** What whoever looks at an open attempt can do about it: score it, decide it, or wait for others. */
export function AttemptDesk({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations("assessments.page");
  if (attempt.toScore) {
    return (
      <Panel title={t("score")} description={t("scoreWhy", { passMark: attempt.rubric.passMark })}>
        <Words of={["assessments", "certification.refused", "attempts.refused", "errors"]}>
          <ScoreForm attemptId={attempt.id} criteria={attempt.rubric.criteria} />
        </Words>
      </Panel>
    );
  }
  if (!attempt.open || !attempt.judgement) return null;
  return <Decision attempt={attempt} judgement={attempt.judgement} />;
}

function Decision({ attempt, judgement }: { attempt: AttemptView; judgement: Judgement }) {
  const t = useTranslations("assessments.page");
  const { result, waitingFor, allowed, cannotDecide, cannotRecord } = judgement;
  if (waitingFor.length > 0) {
    return <Banner title={t("waiting", { names: waitingFor.join(", "), count: waitingFor.length })} />;
  }
  const reason = result ? cannotDecide : cannotRecord;
  if (reason) {
    return (
      <Banner tone="due" title={t(result ? "cannotDecide" : "cannotRecord")}>
        <SentenceText of={reason} />
      </Banner>
    );
  }
  const words = ["assessments", "certification", "attempts.refused", "errors"] as const;
  if (!result) {
    return (
      <Panel title={t("record")} description={t("recordWhy", { passMark: attempt.rubric.passMark })}>
        <Words of={words}>
          <ResultForm
            attemptId={attempt.id}
            rubric={attempt.rubric}
            standing={judgement.standing}
            mentee={attempt.mentee.name}
          />
        </Words>
      </Panel>
    );
  }
  return (
    <Panel title={t("decide")}>
      <div className="grid gap-5">
        <ScoreSum rubric={attempt.rubric} result={result} />
        <Words of={words}>
          <OutcomeForm attemptId={attempt.id} allowed={allowed} mentee={attempt.mentee.name} />
        </Words>
      </div>
    </Panel>
  );
}
