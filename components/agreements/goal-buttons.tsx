"use client";

import { useTranslations } from "next-intl";
import { agreeGoal, dropGoal } from "@/lib/agreements/actions";
import type { Goal } from "@/lib/agreements/queries";
import { ActionButton } from "../ui/action-button";
import { ChangeGoal } from "./goal-form";

/** What somebody of a pairing, or its organizer, can do with a goal that stands. */
export function GoalButtons({ goal, agrees }: { goal: Goal; agrees: boolean }) {
  const t = useTranslations("agreements.goals");
  const input = { goalId: goal.id };
  const { indicator } = goal;
  return (
    <div className="flex flex-wrap items-center gap-1">
      {agrees && (
        <ActionButton action={agreeGoal} input={input} tone="primary" size="small" done={t("agreed")}>
          {t("agree")} <span className="sr-only">{indicator}</span>
        </ActionButton>
      )}
      <ChangeGoal goal={goal} />
      <ActionButton action={dropGoal} input={input} tone="quiet" size="small" done={t("dropped")}>
        {t("drop")} <span className="sr-only">{indicator}</span>
      </ActionButton>
    </div>
  );
}
