"use client";

import { useTranslations } from "next-intl";
import { completeCohort, launchCohort } from "@/lib/cohorts/actions";
import { ActionButton } from "../ui/action-button";
import type { ButtonTone } from "../ui/button";

const deeds = { launch: launchCohort, complete: completeCohort };

/** The button that launches or completes a cohort, from where one begins the day. It asks first: neither can be undone. */
export function FinishTask({
  kind,
  cohort,
  tone,
}: {
  kind: keyof typeof deeds;
  cohort: { id: string; name: string };
  tone: ButtonTone;
}) {
  const t = useTranslations(`today.enablement.task.${kind}`);
  return (
    <ActionButton
      action={deeds[kind]}
      input={{ cohortId: cohort.id }}
      tone={tone}
      done={t("done", { cohort: cohort.name })}
      confirm={{ title: t("ask", { cohort: cohort.name }), body: t("why"), label: t("do"), danger: false }}
    >
      {t("do")}
      <span className="sr-only">: {cohort.name}</span>
    </ActionButton>
  );
}
