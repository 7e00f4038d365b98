import { MessageSquareText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Answer, Scenario, Trainee, Training } from "@/lib/training/queries";
import { isInTraining } from "@/lib/training/rules";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { AnswerWords, FeedbackWords } from "./answer-words";
import { FeedbackForm } from "./feedback-form";

type Given = { mentor: Trainee; scenario: Scenario; answer: Answer };

/** The answers of the mentors: those that wait for feedback first, the others folded away. */
export function AnswersPanel({ training, now, zone }: { training: Training; now: Date; zone: string }) {
  const t = useTranslations("training.feedback");
  const { cohort, mentors } = training;
  if (cohort.scenarios.length === 0) return null;
  const given = mentors.flatMap((mentor) =>
    cohort.scenarios.flatMap((scenario): Given[] => {
      const answer = mentor.scenarioAnswers.find(({ scenarioId }) => scenarioId === scenario.id);
      return answer ? [{ mentor, scenario, answer }] : [];
    }),
  );
  const waiting = given
    .filter(({ mentor, answer }) => !answer.feedbackAt && isInTraining(mentor))
    .sort((a, b) => a.answer.answeredAt.getTime() - b.answer.answeredAt.getTime());
  const done = given.filter(({ answer }) => answer.feedbackAt);
  return (
    <Panel flush title={t("title")} description={t("what")}>
      {given.length === 0 && (
        <EmptyState icon={<MessageSquareText />} title={t("none")}>
          {t("noneWhy")}
        </EmptyState>
      )}
      {given.length > 0 && waiting.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-body text-ink-soft md:px-5">{t("allDone")}</p>
      )}
      <ul>
        {waiting.map((one) => (
          <WaitingAnswer key={`${one.mentor.id} ${one.scenario.id}`} {...one} now={now} zone={zone} />
        ))}
      </ul>
      {done.length > 0 && (
        <details className="border-t border-line px-4 py-3 text-body md:px-5">
          <summary className="cursor-pointer text-ink-soft">{t("earlier", { count: done.length })}</summary>
          <ul className="mt-3 grid gap-5">
            {done.map(({ mentor, scenario, answer }) => (
              <li key={`${mentor.id} ${scenario.id}`} className="grid max-w-3xl gap-2">
                <p className="font-medium">
                  <bdi>{mentor.person.name}</bdi>: {scenario.title}
                </p>
                <AnswerWords answer={answer} />
                <FeedbackWords answer={answer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function WaitingAnswer({ mentor, scenario, answer, now, zone }: Given & { now: Date; zone: string }) {
  const t = useTranslations("training.feedback");
  const { name } = mentor.person;
  return (
    <li
      id={`answer-${mentor.id}-${scenario.id}`}
      className="grid scroll-mt-20 gap-3 border-t border-line px-4 py-4 md:px-5 lg:grid-cols-2 lg:gap-8"
    >
      <div className="grid content-start gap-2 text-body">
        <p className="font-medium">
          <bdi>{name}</bdi>: {scenario.title}
        </p>
        <p className="text-sm text-ink-soft">{scenario.prompt}</p>
        <AnswerWords answer={answer} />
        <p className="text-sm text-ink-soft">
          {t("answered")} <Time at={answer.answeredAt} now={now} zone={zone} />
        </p>
      </div>
      {mentor.isOwn ? (
        <p className="text-body text-ink-soft">{t("own")}</p>
      ) : (
        <FeedbackForm
          key={answer.version}
          nominationId={mentor.id}
          scenarioId={scenario.id}
          seen={answer.version}
          name={name}
        />
      )}
    </li>
  );
}
