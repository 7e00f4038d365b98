"use client";

import { useOptimistic, useTransition } from "react";
import { tickMilestone } from "@/lib/cohorts/actions";
import { Checkbox } from "../ui/checkbox";
import { runAction } from "../ui/run-action";
import { useRefused } from "../ui/use-refused";

/** A milestone to tick; pressing it again takes the tick back. */
export function MilestoneTick({
  id,
  done,
  title,
  who,
  disabled,
}: {
  id: string;
  done: boolean;
  title: string;
  who: string;
  disabled: boolean;
}) {
  const refused = useRefused();
  const [shown, show] = useOptimistic(done);
  const [, start] = useTransition();

  function tick(next: boolean) {
    start(async () => {
      show(next);
      const outcome = await runAction(tickMilestone, { milestoneId: id, done: next });
      if (!outcome.done) refused(outcome.trouble);
    });
  }

  return (
    <Checkbox
      label={title}
      hint={who}
      checked={shown}
      disabled={disabled}
      onChange={(event) => tick(event.target.checked)}
    />
  );
}
