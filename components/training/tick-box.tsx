"use client";

import { type ReactNode, useOptimistic, useTransition } from "react";
import { recordAttendance, tickTopic } from "@/lib/training/actions";
import { Checkbox } from "../ui/checkbox";
import { runAction } from "../ui/run-action";
import { useRefused } from "../ui/use-refused";

/** What a box stands for: a topic of one mentor, or one mentor on one training day. */
export type Ticked = { nominationId: string } & ({ topic: number } | { dayId: string });

/** A topic that was covered, or a day on which somebody was there; pressing it again takes it back. */
export function TickBox({
  of,
  checked,
  disabled,
  label,
  hint,
  hideLabel = false,
}: {
  of: Ticked;
  checked: boolean;
  disabled: boolean;
  label: string;
  hint?: ReactNode;
  hideLabel?: boolean;
}) {
  const refused = useRefused();
  const [shown, show] = useOptimistic(checked);
  const [, start] = useTransition();

  function tick(next: boolean) {
    start(async () => {
      show(next);
      const nominationIds = [of.nominationId];
      const outcome =
        "topic" in of
          ? await runAction(tickTopic, { nominationIds, topic: of.topic, ticked: next })
          : await runAction(recordAttendance, { nominationIds, dayId: of.dayId, attended: next });
      if (!outcome.done) refused(outcome.trouble);
    });
  }

  return (
    <Checkbox
      label={label}
      hint={hint}
      hideLabel={hideLabel}
      checked={shown}
      disabled={disabled}
      onChange={(event) => tick(event.target.checked)}
    />
  );
}
