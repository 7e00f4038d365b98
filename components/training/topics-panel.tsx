import { useTranslations } from "next-intl";
import { tickTopic } from "@/lib/training/actions";
import type { Training } from "@/lib/training/queries";
import { isInTraining } from "@/lib/training/rules";
import { ActionButton } from "../ui/action-button";
import { Panel } from "../ui/panel";

/** The topics of a mentor training, how many have covered each, and a tick for everybody. */
export function TopicsPanel({ training: { cohort, mentors } }: { training: Training }) {
  const t = useTranslations("training.topic");
  const topics = cohort.version.trainingTopics;
  const counted = mentors.filter((one) => isInTraining(one) || one.trainingTicks.length > 0);
  return (
    <Panel flush title={t("title")} description={t(topics.length > 0 ? "what" : "none")}>
      <ol>
        {topics.map((words, topic) => {
          const ticked = (one: (typeof mentors)[number]) =>
            one.trainingTicks.some((tick) => tick.topic === topic);
          const missing = mentors.filter((one) => isInTraining(one) && !ticked(one)).map(({ id }) => id);
          const tick = (is: boolean) => ({ nominationIds: missing, topic, ticked: is });
          return (
            <li
              key={words}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line px-4 py-2 text-body md:px-5"
            >
              <span className="w-4 shrink-0 text-ink-faint tabular-nums">{topic + 1}</span>
              <span className="min-w-0 flex-1 basis-56">{words}</span>
              {counted.length > 0 && (
                <span className="whitespace-nowrap text-ink-soft tabular-nums">
                  {t("covered", { done: counted.filter(ticked).length, all: counted.length })}
                </span>
              )}
              {missing.length > 0 && (
                <ActionButton
                  size="small"
                  action={tickTopic}
                  input={tick(true)}
                  undo={{ action: tickTopic, input: tick(false) }}
                  done={t("everybodyDone", { count: missing.length })}
                >
                  <span aria-hidden>{t("everybody")}</span>
                  <span className="sr-only">{t("everybodyOf", { number: topic + 1 })}</span>
                </ActionButton>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
