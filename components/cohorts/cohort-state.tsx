import { useTranslations } from "next-intl";
import type { CohortState, SignOffState } from "@/lib/cohorts/rules";
import type { EnrollmentState } from "@/lib/mentees/rules";
import { Status, type Tone } from "../ui/badge";

const cohortTones: Record<CohortState, Tone> = {
  DRAFT: "neutral",
  PLANNING: "neutral",
  READY: "accent",
  ACTIVE: "accent",
  COMPLETED: "done",
  ARCHIVED: "neutral",
  CANCELLED: "missed",
};

const enrollmentTones: Record<EnrollmentState, Tone> = {
  ENROLLED: "neutral",
  ACTIVE: "accent",
  EXTENDED: "due",
  CERTIFIED: "certify",
  NOT_CERTIFIED: "missed",
  WITHDRAWN: "neutral",
  RAMPED: "done",
};

const signOffTones: Record<SignOffState, Tone> = {
  REQUESTED: "due",
  APPROVED: "done",
  CHANGES_REQUESTED: "missed",
};

/** Where a cohort stands, in a word. */
export function CohortStatus({ state }: { state: CohortState }) {
  const t = useTranslations("cohorts.state.cohort");
  return <Status tone={cohortTones[state]}>{t(state)}</Status>;
}

/** Where a mentee stands in a cohort, in a word. */
export function EnrollmentStatus({ state }: { state: EnrollmentState }) {
  const t = useTranslations("cohorts.state.enrollment");
  return <Status tone={enrollmentTones[state]}>{t(state)}</Status>;
}

/** What came of a request to sign off, in a word. */
export function SignOffStatus({ state }: { state: SignOffState }) {
  const t = useTranslations("cohorts.state.signOff");
  return <Status tone={signOffTones[state]}>{t(state)}</Status>;
}
