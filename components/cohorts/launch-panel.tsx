import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { completeCohort, launchCohort, markReady } from "@/lib/cohorts/actions";
import type { CohortHeader, CohortOverview } from "@/lib/cohorts/queries";
import { completionBlockers, launchBlockers } from "@/lib/cohorts/rules";
import type { Sentence } from "@/lib/errors";
import type { LaunchStepName } from "@/lib/launch/rules";
import { ActionButton } from "../ui/action-button";
import { Checklist } from "../ui/checklist";
import { Panel } from "../ui/panel";
import { SentenceText } from "../ui/sentence";
import { DayWords } from "./day-words";

/** Where each step is taken, below the cohort's own address. */
const placeOf: Record<LaunchStepName, string> = {
  mentees: "/enroll",
  intakes: "/intakes",
  listsAsked: "/mentors",
  listsSubmitted: "/mentors",
  mentors: "/mentors",
  paired: "/pairings",
  signedOff: "#sign-offs",
};

/** Where what is missing is put right; a sentence that is not here has no place of its own. */
const placeOfBlocker: Record<string, string> = {
  "cohorts.blocker.noMentees": "/enroll",
  "cohorts.blocker.noMentors": "/mentors",
  "cohorts.blocker.noSessions": "/schedule",
  "cohorts.blocker.unpaired": "/pairings",
  "cohorts.blocker.unconfirmed": "/pairings",
  "cohorts.blocker.mentorNotEligible": "/pairings",
  "cohorts.blocker.signOffsOpen": "#sign-offs",
  "cohorts.blocker.signOffsChanges": "#sign-offs",
  "cohorts.blocker.undecided": "/certification",
  "cohorts.blocker.attemptsOpen": "/certification",
};

/** The way to the launch: steps that tick themselves, what is missing, and the launch itself once nothing is. */
export function LaunchPanel({ cohort, overview }: { cohort: CohortHeader; overview: CohortOverview }) {
  const t = useTranslations("cohorts.launch");
  const blockers = launchBlockers({ ...overview.launch, state: "READY" });
  const lastDay = cohort.days.findLast((one) => one.phase === "PREPARATION")?.day;
  const address = `/cohorts/${cohort.id}`;
  const { eligibleMentors } = overview.launch;
  return (
    <Panel title={t("title")} description={t("why")}>
      <Checklist
        label={t("title")}
        items={overview.steps.map(({ name, done, count, of }) => ({
          done,
          label: t(`step.${name}.label`),
          hint: t(`step.${name}.hint`, {
            count,
            of,
            eligible: eligibleMentors,
            nominated: overview.nominated,
          }),
          href: address + placeOf[name],
        }))}
      />
      <div className="mt-3 grid gap-3 border-t border-line pt-4">
        <p className="text-body font-medium">
          {blockers.length === 0 ? t("nothingMissing") : t("missing", { count: blockers.length })}
          {lastDay && (
            <span className="font-normal text-ink-soft">
              {" "}
              {t("by")} <DayWords day={lastDay} />
            </span>
          )}
        </p>
        {blockers.length > 0 ? (
          <Blockers blockers={blockers} address={address} go={t("settle")} />
        ) : (
          <Launch cohort={cohort} />
        )}
      </div>
    </Panel>
  );
}

/** What is in the way, each with the way to put it right. */
function Blockers({ blockers, address, go }: { blockers: Sentence[]; address: string; go: string }) {
  return (
    <ul className="grid gap-2 text-body">
      {blockers.map((blocker) => {
        const place = placeOfBlocker[blocker.key];
        return (
          <li key={blocker.key} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0">
              <SentenceText of={blocker} />
            </span>
            {place && (
              <Link href={address + place} className="link reach inline-flex items-center gap-1">
                {go}
                <ArrowRight aria-hidden className="size-3.5" />
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Launch({ cohort }: { cohort: CohortHeader }) {
  const t = useTranslations("cohorts.launch");
  const input = { cohortId: cohort.id };
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton
        action={launchCohort}
        input={input}
        tone="primary"
        done={t("launched")}
        confirm={{
          title: t("confirm", { name: cohort.name }),
          body: t("confirmWhy"),
          label: t("launch"),
          danger: false,
        }}
      >
        {t("launch")}
      </ActionButton>
      {cohort.state === "PLANNING" && (
        <ActionButton action={markReady} input={input} done={t("ready")}>
          {t("markReady")}
        </ActionButton>
      )}
    </div>
  );
}

/** What keeps a running cohort from being completed, or the button that completes it. */
export function CompletionPanel({ cohort, overview }: { cohort: CohortHeader; overview: CohortOverview }) {
  const t = useTranslations("cohorts.completion");
  const blockers = completionBlockers({ ...overview.completion, state: "ACTIVE" });
  const { mentees } = overview.completion;
  const decided = mentees.filter(({ state }) => !["ENROLLED", "ACTIVE", "EXTENDED"].includes(state)).length;
  return (
    <Panel title={t("title")} description={t("why")}>
      <p className="mb-3 text-body font-medium">{t("decided", { count: decided, of: mentees.length })}</p>
      {blockers.length > 0 ? (
        <Blockers blockers={blockers} address={`/cohorts/${cohort.id}`} go={t("go")} />
      ) : (
        <ActionButton
          action={completeCohort}
          input={{ cohortId: cohort.id }}
          tone="primary"
          done={t("done")}
          confirm={{
            title: t("confirm", { name: cohort.name }),
            body: t("confirmWhy"),
            label: t("complete"),
            danger: false,
          }}
        >
          {t("complete")}
        </ActionButton>
      )}
    </Panel>
  );
}
