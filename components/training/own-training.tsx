import { useTranslations } from "next-intl";
import type { OwnTraining } from "@/lib/training/queries";
import { isInTraining } from "@/lib/training/rules";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { AnswerForm } from "./answer-form";
import { AnswerWords, FeedbackWords } from "./answer-words";
import { DayFacts } from "./day-facts";
import { TickBox } from "./tick-box";

type Props = { training: OwnTraining; zone: string };

/** When and where one is trained, and whether one was there. */
export function OwnDays({ training, zone }: Props) {
  const t = useTranslations("training.day");
  const { cohort, trainingAttendances, now } = training;
  const wasThere = (id: string) => trainingAttendances.some(({ dayId }) => dayId === id);
  return (
    <Panel flush title={t("title")} description={t("what")}>
      {cohort.training.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-body text-ink-soft md:px-5">{t("noneOwn")}</p>
      )}
      <ul>
        {cohort.training.map((day) => (
          <li
            key={day.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-line px-4 py-3 md:px-5"
          >
            <DayFacts day={day} zone={zone} />
            {wasThere(day.id) ? (
              <Status tone="done">{t("there")}</Status>
            ) : (
              <Status>{t(now < day.endsAt ? "today" : "past")}</Status>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The topics, ticked by oneself or by an organizer. */
export function OwnTopics({ training, zone }: Props) {
  const t = useTranslations("training.topic");
  const { cohort, trainingTicks, id: nominationId } = training;
  const topics = cohort.version.trainingTopics;
  const disabled = !isInTraining(training);
  return (
    <Panel title={t("title")} description={t(topics.length > 0 ? "whatOwn" : "none")}>
      <ul>
        {topics.map((words, topic) => {
          const tick = trainingTicks.find((one) => one.topic === topic);
          return (
            <li key={words}>
              <TickBox
                of={{ nominationId, topic }}
                checked={tick !== undefined}
                disabled={disabled}
                label={words}
                hint={
                  tick && (
                    <>
                      {t("by", { name: tick.tickedBy.name })}{" "}
                      <Time at={tick.tickedAt} zone={zone} show="both" />
                    </>
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** The scenarios, each with one's answer and the feedback on it. */
export function OwnScenarios({ training }: { training: OwnTraining }) {
  const t = useTranslations("training.scenario");
  const { cohort, scenarioAnswers, id: nominationId } = training;
  const answerTo = (id: string) => scenarioAnswers.find(({ scenarioId }) => scenarioId === id);
  const scenarios = cohort.scenarios.filter(({ id, isAsked }) => isAsked || answerTo(id));
  return (
    <Panel flush title={t("title")} description={t(scenarios.length > 0 ? "what" : "none")}>
      <ul>
        {scenarios.map(({ id, title, prompt, edits, isAsked }) => {
          const answer = answerTo(id);
          const open = isInTraining(training) && isAsked && !answer?.feedbackAt;
          const state = answer?.feedbackAt ? "done" : answer ? "waits" : open ? "open" : "missed";
          return (
            <li key={id} className="grid gap-3 border-t border-line px-4 py-4 md:px-5">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
                <h3 className="min-w-0 flex-1 basis-56 text-body font-medium">{title}</h3>
                <Status tone={state === "done" ? "done" : state === "open" ? "due" : "neutral"}>
                  {t(state)}
                </Status>
              </div>
              <p className="text-body text-ink-soft">{prompt}</p>
              {open ? (
                <AnswerForm
                  key={`${answer?.version ?? 0} ${edits}`}
                  wording={edits}
                  nominationId={nominationId}
                  scenarioId={id}
                  answer={answer && { version: answer.version, text: answer.text, file: answer.file }}
                />
              ) : (
                answer && <AnswerWords answer={answer} />
              )}
              {answer && <FeedbackWords answer={answer} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
