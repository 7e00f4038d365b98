import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Words } from "@/components/shell/words";
import { iconButtonClass } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import type { AssessorCandidate, CertifiedMentee, CohortCertification } from "@/lib/certification/queries";
import { isOpenAttempt } from "@/lib/certification/rules";
import { AssignForm, ScheduleForm } from "./attempt-forms";

/** The attempt of one mentee: when it is and who scores it. */
export function PlanAttempt({
  cohort,
  mentee,
  candidates,
}: {
  cohort: CohortCertification;
  mentee: CertifiedMentee;
  candidates: AssessorCandidate[];
}) {
  const t = useTranslations("attempts.form");
  const back = `/cohorts/${cohort.id}/certification`;
  const attempt = mentee.attempts.find(({ state }) => isOpenAttempt(state));
  const asked = attempt?.assessments ?? [];
  const known = new Set(candidates.map(({ id }) => id));
  const others = asked
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, person }) => ({ id: personId, name: person.name, title: null, floor: null }));
  const offered = [...candidates, ...others]
    .filter(({ id }) => !mentee.close.includes(id))
    .map((candidate) => ({
      ...candidate,
      fixed: asked.some(({ personId, submittedAt }) => personId === candidate.id && submittedAt !== null),
    }));
  const planned = { mentee: mentee.name, candidates: offered, back };
  return (
    <Panel
      id="plan"
      title={t(attempt ? "assignTitle" : "scheduleTitle", { mentee: mentee.name })}
      actions={
        <Link href={back} scroll={false} className={iconButtonClass()} aria-label={t("close")}>
          <X aria-hidden />
        </Link>
      }
    >
      <Words of={["attempts", "certification.refused", "errors"]}>
        {attempt ? (
          <AssignForm
            attemptId={attempt.id}
            asked={asked.map(({ personId }) => personId)}
            cancellable={attempt.state === "SCHEDULED"}
            {...planned}
          />
        ) : (
          <ScheduleForm enrollmentId={mentee.id} today={cohort.today} {...planned} />
        )}
      </Words>
    </Panel>
  );
}
