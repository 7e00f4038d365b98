"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { suggestPairings } from "@/lib/suggestions/actions";
import { objectives } from "@/lib/suggestions/schema";
import { ActionButton } from "../ui/action-button";
import { Checkbox } from "../ui/checkbox";
import { Select } from "../ui/select";
import { showToast } from "../ui/toast";

type Objective = (typeof objectives)[number];

/** Suggests a mentor for everybody, in the way that is chosen, and says what that changed, or that the worker is at it. */
export function SuggestPairings({
  cohortId,
  again,
  underWay,
}: {
  cohortId: string;
  again: boolean;
  underWay: boolean;
}) {
  const t = useTranslations("suggestions.suggest");
  const format = useFormatter();
  const [objective, setObjective] = useState<Objective>("total");
  const [balance, setBalance] = useState(true);
  const points = (sum: number) => format.number(sum, { maximumFractionDigits: 2 });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        aria-label={t("objective")}
        className="w-64 max-w-full"
        value={objective}
        onChange={(event) => setObjective(event.target.value as Objective)}
        options={objectives.map((value) => ({ value, label: t(`best.${value}`) }))}
      />
      <Checkbox
        label={t("balance")}
        checked={balance}
        onChange={(event) => setBalance(event.target.checked)}
      />
      <ActionButton
        action={suggestPairings}
        input={{ cohortId, objective, balance }}
        disabled={underWay}
        onDone={(begun) => {
          if (!begun) return;
          if (!begun.outcome) return showToast({ text: t("begun") });
          const { suggested, unpaired, changed, before, total } = begun.outcome;
          const values = { suggested, unpaired, changed, before: points(before), total: points(total) };
          showToast({ text: t(again ? "done" : "first", values) });
        }}
      >
        {t(again ? "again" : "open")}
      </ActionButton>
    </div>
  );
}
