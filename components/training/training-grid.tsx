import { Check, GraduationCap } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { recordTraining } from "@/lib/mentors/actions";
import { incompleteness } from "@/lib/mentors/training";
import type { Trainee, Training, TrainingDay } from "@/lib/training/queries";
import { isInTraining } from "@/lib/training/rules";
import { DayWords } from "../cohorts/day-words";
import { TrainingStatus } from "../mentors/mentor-state";
import { ActionButton } from "../ui/action-button";
import { Status } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { Cell, Head, HeadCell, Row, Table } from "../ui/table";
import { TickBox } from "./tick-box";

const askedIn = ({ scenarios }: Training["cohort"]) => scenarios.filter(({ isAsked }) => isAsked);

/** Mentors against days, topics and scenarios: each box can be ticked, each answer leads to its feedback. */
export function TrainingGrid({ training, now }: { training: Training; now: Date }) {
  const t = useTranslations("training.grid");
  const { cohort, mentors } = training;
  const { trainingTopics } = cohort.version;
  const ready = mentors.filter(
    (one) => one.training === "IN_PROGRESS" && incompleteness(one.progress) === null,
  );
  const nominationIds = ready.map(({ id }) => id);
  const count = { count: ready.length };
  return (
    <Panel
      flush
      title={t("title")}
      description={mentors.length > 0 && t("what")}
      actions={
        ready.length > 0 && (
          <ActionButton
            tone="primary"
            action={recordTraining}
            input={{ cohortId: cohort.id, nominationIds, training: "COMPLETED" as const }}
            done={t("completed", count)}
          >
            {t("complete", count)}
          </ActionButton>
        )
      }
    >
      {mentors.length === 0 ? (
        <EmptyState icon={<GraduationCap />} title={t("nobody")}>
          {t("nobodyWhy")}
        </EmptyState>
      ) : (
        <Table caption={t("caption")} phone="scroll">
          <Head>
            <HeadCell>{t("mentor")}</HeadCell>
            {cohort.training.map(({ id, number }) => (
              <HeadCell key={id}>{t("day", { number })}</HeadCell>
            ))}
            {trainingTopics.map((topic, index) => (
              <HeadCell key={topic} title={topic}>
                <span aria-hidden>{index + 1}</span>
                <span className="sr-only">{t("topic", { number: index + 1 })}</span>
              </HeadCell>
            ))}
            {askedIn(cohort).map(({ id, title }, index) => (
              <HeadCell key={id} title={title}>
                {t("scenario", { number: index + 1 })}
              </HeadCell>
            ))}
            <HeadCell>{t("state")}</HeadCell>
          </Head>
          <tbody>
            {mentors.map((mentor) => (
              <MentorRow key={mentor.id} {...{ mentor, cohort, now }} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

function MentorRow({ mentor, cohort, now }: { mentor: Trainee; cohort: Training["cohort"]; now: Date }) {
  const t = useTranslations("training.grid");
  const { id: nominationId, person } = mentor;
  const name = person.name;
  const open = isInTraining(mentor);
  const wasThere = (day: TrainingDay) => mentor.trainingAttendances.some(({ dayId }) => dayId === day.id);
  const covered = (topic: number) => mentor.trainingTicks.some((tick) => tick.topic === topic);
  return (
    <Row>
      <Cell head>
        <Link href={`/mentors/${person.id}`}>
          <bdi>{name}</bdi>
        </Link>
        <span className="block text-xs font-normal text-ink-soft">{mentor.floor}</span>
      </Cell>
      {cohort.training.map((day) => (
        <Cell key={day.id}>
          {open ? (
            <TickBox
              hideLabel
              of={{ nominationId, dayId: day.id }}
              checked={wasThere(day)}
              disabled={now < day.startsAt}
              label={t("dayOf", { name, number: day.number })}
            />
          ) : (
            <Done is={wasThere(day)} />
          )}
        </Cell>
      ))}
      {cohort.version.trainingTopics.map((words, topic) => (
        <Cell key={words}>
          {open ? (
            <TickBox
              hideLabel
              of={{ nominationId, topic }}
              checked={covered(topic)}
              disabled={false}
              label={t("topicOf", { name, number: topic + 1 })}
            />
          ) : (
            <Done is={covered(topic)} />
          )}
        </Cell>
      ))}
      {askedIn(cohort).map(({ id }) => (
        <Cell key={id}>
          <Answered mentor={mentor} scenarioId={id} />
        </Cell>
      ))}
      <Cell>
        <TrainingStatus training={mentor.training} />
        <Behind mentor={mentor} />
      </Cell>
    </Row>
  );
}

/** What stays as it is: done, or not asked for any more. */
function Done({ is }: { is: boolean }) {
  const t = useTranslations("training.grid");
  if (!is) return <span className="text-ink-faint">–</span>;
  return (
    <>
      <Check aria-hidden className="size-4 text-done" />
      <span className="sr-only">{t("yes")}</span>
    </>
  );
}

/** What is missing, why it was waived, or for which cohort the training was. */
function Behind({ mentor }: { mentor: Trainee }) {
  const t = useTranslations("training.state");
  const { training, progress, earlier, waiverReason } = mentor;
  const missing = isInTraining(mentor) ? incompleteness(progress) : null;
  if (!missing && !earlier && !waiverReason) return null;
  return (
    <span className="mt-0.5 block w-56 text-xs text-ink-soft">
      {missing && <SentenceText of={missing} />}
      {training === "WAIVED" && <bdi>{waiverReason}</bdi>}
      {earlier && (
        <>
          {t("earlier", { cohort: earlier.cohort })} <DayWords day={earlier.until} year />
        </>
      )}
    </span>
  );
}

function Answered({ mentor, scenarioId }: { mentor: Trainee; scenarioId: string }) {
  const t = useTranslations("training.scenario");
  const answer = mentor.scenarioAnswers.find((one) => one.scenarioId === scenarioId);
  if (answer?.feedbackAt) return <Status tone="done">{t("done")}</Status>;
  if (answer) {
    return (
      <a href={`#answer-${mentor.id}-${scenarioId}`}>
        <Status tone="due">{t("waits")}</Status>
      </a>
    );
  }
  return isInTraining(mentor) ? <Status>{t("open")}</Status> : <span className="text-ink-faint">–</span>;
}
