"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Sentence } from "@/lib/errors";
import { inviteMentors, recordTraining } from "@/lib/mentors/actions";
import {
  decisionRefusal,
  invitationRefusal,
  type MentorListState,
  type NominationDecision,
  recordedTrainingRefusal,
  saidNo,
  type TrainingState,
  type Willingness,
} from "@/lib/mentors/rules";
import type { TrainingProgress } from "@/lib/mentors/training";
import { withdrawNomination } from "@/lib/nominations/actions";
import { SetCapacity } from "../capacities/set-capacity";
import { Confirm } from "../ui/confirm";
import { Menu, type MenuItem } from "../ui/menu";
import type { Action } from "../ui/run-action";
import { runAction } from "../ui/run-action";
import { useSentence } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { useRefused } from "../ui/use-refused";
import { WaiveTraining } from "./waive-training";

export type RowActionsProps = {
  cohortId: string;
  cohortState: string;
  nominationId: string;
  name: string;
  gone: boolean;
  paused: boolean;
  listState: MentorListState;
  decision: NominationDecision;
  willingness: Willingness;
  training: TrainingState;
  progress: TrainingProgress;
  /** The places that this nomination gives, the program's cap, and why it may be more. */
  capacity: number;
  cap: number;
  overCapReason: string | null;
};

const approvedRefusal = (decision: NominationDecision): Sentence | null =>
  decision === "APPROVED" ? null : { key: "mentors.refused.notApproved", values: { decision } };

/** What an organizer can do with one nominated person; what is not possible now says why. */
export function MentorRowActions(nomination: RowActionsProps) {
  const t = useTranslations("mentors.row");
  const words = useSentence();
  const refused = useRefused();
  const [asking, setAsking] = useState<"waive" | "withdraw" | "capacity" | null>(null);
  const { cohortId, nominationId, name, willingness } = nomination;
  const nominationIds = [nominationId];

  async function run<Input>(action: Action<Input, unknown>, input: Input, done: string) {
    const outcome = await runAction(action, input);
    setAsking(null);
    if (outcome.done) showToast({ text: done });
    else refused(outcome.trouble);
  }

  const record = (training: "IN_PROGRESS" | "COMPLETED", done: string) => () =>
    run(recordTraining, { cohortId, nominationIds, training }, done);
  const reason = (refusal: Parameters<typeof words>[0] | null) => (refusal ? { reason: words(refusal) } : {});
  const again = willingness === "EXPIRED" || saidNo(willingness);
  const items: MenuItem[] = [
    {
      label: t(again ? "inviteAgain" : "invite"),
      ...reason(invitationRefusal(nomination)),
      onSelect: () => run(inviteMentors, { cohortId, nominationIds }, t("invited", { name })),
    },
    {
      label: t("begin"),
      ...reason(recordedTrainingRefusal(nomination, "IN_PROGRESS", nomination.progress)),
      onSelect: record("IN_PROGRESS", t("begun", { name })),
    },
    {
      label: t("complete"),
      ...reason(recordedTrainingRefusal(nomination, "COMPLETED", nomination.progress)),
      onSelect: record("COMPLETED", t("completed", { name })),
    },
    {
      label: t("waive"),
      ...reason(recordedTrainingRefusal(nomination, "WAIVED", nomination.progress)),
      onSelect: () => setAsking("waive"),
    },
    {
      label: words({ key: "capacities.menu" }),
      ...reason(approvedRefusal(nomination.decision)),
      onSelect: () => setAsking("capacity"),
    },
    {
      label: t("withdraw"),
      danger: true,
      ...reason(decisionRefusal(nomination.decision, "WITHDRAWN")),
      onSelect: () => setAsking("withdraw"),
    },
  ];
  return (
    <>
      <Menu label={t("menu", { name })} items={items} />
      {asking === "waive" && (
        <WaiveTraining {...{ cohortId, nominationId, name }} onClose={() => setAsking(null)} />
      )}
      {asking === "capacity" && (
        <SetCapacity
          {...{ nominationId, name, capacity: nomination.capacity, cap: nomination.cap }}
          reason={nomination.overCapReason}
          onClose={() => setAsking(null)}
        />
      )}
      <Confirm
        open={asking === "withdraw"}
        onClose={() => setAsking(null)}
        onConfirm={() => run(withdrawNomination, { nominationId }, t("withdrawn", { name }))}
        title={t("withdrawTitle", { name })}
        confirmLabel={t("withdraw")}
      >
        {t("withdrawWhat")}
      </Confirm>
    </>
  );
}
