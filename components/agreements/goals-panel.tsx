import { useTranslations } from "next-intl";
import type { Goal, PairingPage } from "@/lib/agreements/queries";
import { agreeRefusal } from "@/lib/agreements/rules";
import { laterOf } from "@/lib/dates";
import { may } from "@/lib/permissions";
import { DayWords } from "../cohorts/day-words";
import { Status } from "../ui/badge";
import { Panel } from "../ui/panel";
import { GoalButtons } from "./goal-buttons";
import { ProposeGoal } from "./goal-form";

/** What the two want to reach: each goal with who agrees, and the earlier ones folded away. */
export function GoalsPanel({ pairing }: { pairing: PairingPage }) {
  const t = useTranslations("agreements.goals");
  const { goals, open, stands, side, id, endsOn, today } = pairing;
  const acts = open && may(stands, "agreements.proposeGoal");
  const current = goals.filter(({ closedAt }) => closedAt === null);
  const earlier = goals.filter(({ closedAt }) => closedAt !== null).reverse();
  return (
    <Panel
      id="goals"
      flush
      title={t("title")}
      description={t("what")}
      actions={acts && <ProposeGoal pairingId={id} endsOn={laterOf(endsOn, today)} />}
    >
      {current.length === 0 && (
        <p className="border-t border-line px-4 py-4 text-body text-ink-soft md:px-5">{t("none")}</p>
      )}
      <ul>
        {current.map((goal) => {
          const agrees = acts && side !== null && agreeRefusal(goal, side) === null;
          return (
            <li key={goal.id} className="grid gap-2 border-t border-line px-4 py-3 md:px-5">
              <GoalLine goal={goal} waits={agrees} />
              {acts && <GoalButtons goal={goal} agrees={agrees} />}
            </li>
          );
        })}
      </ul>
      {earlier.length > 0 && (
        <details className="border-t border-line px-4 py-3 text-body md:px-5">
          <summary className="cursor-pointer text-ink-soft">
            {t("earlier", { count: earlier.length })}
          </summary>
          <ul className="mt-3 grid gap-3 text-ink-soft">
            {earlier.map((goal) => (
              <li key={goal.id}>
                <GoalWords goal={goal} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function GoalLine({ goal, waits }: { goal: Goal; waits: boolean }) {
  const t = useTranslations("agreements.goals");
  const both = goal.mentorAgreedAt && goal.menteeAgreedAt;
  const one = goal.mentorAgreedAt ? "mentor" : goal.menteeAgreedAt ? "mentee" : "none";
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
      <GoalWords goal={goal} />
      <Status tone={both ? "done" : waits ? "due" : "neutral"}>
        {t(`state.${both ? "both" : waits ? "waitsForYou" : one}`)}
      </Status>
    </div>
  );
}

function GoalWords({ goal }: { goal: Goal }) {
  const t = useTranslations("agreements.goals");
  const { indicator, baseline, target, dueOn, proposedBy } = goal;
  return (
    <div className="min-w-0 text-body">
      <p className="font-medium wrap-anywhere">{indicator}</p>
      <p className="wrap-anywhere">
        {baseline ? t("fromTo", { baseline, target }) : target} · {t("dueOn")} <DayWords day={dueOn} />
      </p>
      <p className="text-sm text-ink-soft md:text-xs">{t("by", { name: proposedBy.name })}</p>
    </div>
  );
}
