import { useTranslations } from "next-intl";
import { cohortRefusal } from "@/lib/mentors/rules";
import { leaveOutScenario, retireScenario } from "@/lib/scenarios/actions";
import { additionRefusal, leaveOutRefusal } from "@/lib/scenarios/rules";
import type { Scenario, Trainee, Training } from "@/lib/training/queries";
import { ActionButton } from "../ui/action-button";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { AddScenario, ChangeScenario } from "./write-scenario";

const answersTo = (mentors: readonly Trainee[], id: string) =>
  mentors.filter(({ scenarioAnswers }) => scenarioAnswers.some(({ scenarioId }) => scenarioId === id)).length;

/**
 * What mentors are asked in role-play: the program's scenarios, which a cohort can leave out, and its own, which
 * organizers add and retire.
 */
export function ScenariosPanel({ training: { cohort, mentors } }: { training: Training }) {
  const t = useTranslations("training.asked");
  const open = cohortRefusal(cohort.state) === null;
  return (
    <Panel
      flush
      title={t("title")}
      description={t("what")}
      actions={
        additionRefusal(cohort.state, cohort._count.scenarios) === null && (
          <AddScenario cohortId={cohort.id} />
        )
      }
    >
      {cohort.scenarios.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-body text-ink-soft md:px-5">{t("none")}</p>
      )}
      <ul>
        {cohort.scenarios.map((scenario) => (
          <li
            key={scenario.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line px-4 py-3 text-body md:px-5"
          >
            <div className="min-w-0 flex-1 basis-64">
              <h3 className="font-medium wrap-anywhere">{scenario.title}</h3>
              <p className="max-w-3xl whitespace-pre-line wrap-anywhere text-ink-soft">{scenario.prompt}</p>
              {scenario.cohortId && (
                <p className="mt-0.5 text-sm text-ink-soft">
                  {t("answered", { count: scenario._count.answers })}
                </p>
              )}
            </div>
            {scenario.cohortId ? (
              <Own scenario={scenario} open={open} />
            ) : (
              <OfProgram scenario={scenario} cohort={cohort} answers={answersTo(mentors, scenario.id)} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OfProgram({
  scenario: { id: scenarioId, title, isAsked },
  cohort: { id: cohortId, state },
  answers,
}: {
  scenario: Scenario;
  cohort: Training["cohort"];
  answers: number;
}) {
  const t = useTranslations("training.asked");
  const input = { cohortId, scenarioId };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Status>{t(isAsked ? "ofProgram" : "leftOut")}</Status>
      {leaveOutRefusal(state, answers) === null && (
        <ActionButton
          size="small"
          tone="quiet"
          action={leaveOutScenario}
          input={{ ...input, leftOut: isAsked }}
          undo={{ action: leaveOutScenario, input: { ...input, leftOut: !isAsked } }}
          done={t(isAsked ? "leaveOutDone" : "takeInDone", { title })}
        >
          <span aria-hidden>{t(isAsked ? "leaveOut" : "takeIn")}</span>
          <span className="sr-only">{t(isAsked ? "leaveOutOf" : "takeInOf", { title })}</span>
        </ActionButton>
      )}
    </div>
  );
}

function Own({ scenario, open }: { scenario: Scenario; open: boolean }) {
  const t = useTranslations("training.asked");
  const { id: scenarioId, title, prompt, edits, retiredAt, _count } = scenario;
  const retired = retiredAt !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {retired && <Status>{t("retired")}</Status>}
      {open && !retired && _count.answers === 0 && (
        <ChangeScenario key={edits} scenario={{ id: scenarioId, title, prompt, edits }} />
      )}
      {open && (
        <ActionButton
          size="small"
          tone="quiet"
          action={retireScenario}
          input={{ scenarioId, retired: !retired }}
          undo={{ action: retireScenario, input: { scenarioId, retired } }}
          done={t(retired ? "bringDone" : "retireDone", { title })}
        >
          <span aria-hidden>{t(retired ? "bring" : "retire")}</span>
          <span className="sr-only">{t(retired ? "bringOf" : "retireOf", { title })}</span>
        </ActionButton>
      )}
    </div>
  );
}
