import { useTranslations } from "next-intl";
import type {
  MentorKind,
  MentorListState,
  NominationDecision,
  TrainingState,
  Willingness,
} from "@/lib/mentors/rules";
import { Status, type Tone } from "../ui/badge";

/** Where a mentor list stands: an open one whose time has run out is overdue. `null` was never asked for. */
export function ListStatus({
  list,
  now,
}: {
  list: { state: MentorListState; dueAt: Date } | null;
  now: Date;
}) {
  const t = useTranslations("mentors.state.list");
  if (!list) return <Status>{t("NONE")}</Status>;
  if (list.state === "SUBMITTED") return <Status tone="done">{t("SUBMITTED")}</Status>;
  if (now > list.dueAt) return <Status tone="missed">{t("OVERDUE")}</Status>;
  return <Status tone="due">{t(list.state)}</Status>;
}

const decisionTones: Record<NominationDecision, Tone> = {
  PROPOSED: "due",
  APPROVED: "done",
  DECLINED: "missed",
  WITHDRAWN: "neutral",
};

/** What the floor manager decided, in a word. */
export function DecisionStatus({ decision }: { decision: NominationDecision }) {
  const t = useTranslations("mentors.state.decision");
  return <Status tone={decisionTones[decision]}>{t(decision)}</Status>;
}

const willingnessTones: Record<Willingness, Tone> = {
  NOT_ASKED: "neutral",
  INVITED: "due",
  ACCEPTED: "done",
  DECLINED: "missed",
  NOT_THIS_TIME: "neutral",
  EXPIRED: "missed",
};

/** What the mentor answered, in a word. */
export function WillingnessStatus({ willingness }: { willingness: Willingness }) {
  const t = useTranslations("mentors.state.willingness");
  return <Status tone={willingnessTones[willingness]}>{t(willingness)}</Status>;
}

const trainingTones: Record<TrainingState, Tone> = {
  NOT_STARTED: "neutral",
  IN_PROGRESS: "due",
  COMPLETED: "done",
  WAIVED: "done",
};

/** How far the mentor training is, in a word. */
export function TrainingStatus({ training }: { training: TrainingState }) {
  const t = useTranslations("mentors.state.training");
  return <Status tone={trainingTones[training]}>{t(training)}</Status>;
}

/** Lead mentor, call mentor or both, in words. */
export function KindWords({ kind }: { kind: MentorKind }) {
  return useTranslations("mentors.state.kind")(kind);
}
