"use client";

import { ArrowLeftRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { moveSuggestion } from "@/lib/suggestions/actions";
import type { ShownSuggestion } from "@/lib/suggestions/explained";
import { Menu } from "../ui/menu";
import { runAction } from "../ui/run-action";
import { useTroubleWords } from "../ui/sentence";
import { showToast } from "../ui/toast";

/** A suggestion's way to another mentor with a free place: each says beforehand what it does to the fit and to the total. */
export function MoveSuggestion({ suggestion, total }: { suggestion: ShownSuggestion; total: number }) {
  const t = useTranslations("suggestions.move");
  const ui = useTranslations("ui");
  const words = useTroubleWords();
  const format = useFormatter();
  const { pairingId, nominationId, mentee, alternatives } = suggestion;

  async function move(from: string, to: { nominationId: string; mentor: string }, undoable = true) {
    const outcome = await runAction(moveSuggestion, { pairingId: from, nominationId: to.nominationId });
    if (!outcome.done) return showToast({ text: words(outcome.trouble), tone: "missed" });
    const now = outcome.data?.pairingId;
    const back = { nominationId, mentor: suggestion.mentor };
    const undo = { label: ui("toast.undo"), run: () => void (now && move(now, back, false)) };
    showToast({ text: t("moved", { mentee, mentor: to.mentor }), ...(undoable ? { undo } : {}) });
  }

  const items = alternatives.map((one) => {
    const effect = one.costs >= 0 ? "less" : "more";
    const change = format.number(Math.abs(one.costs), { style: "percent" });
    const points = format.number(total - one.costs, { maximumFractionDigits: 2 });
    return {
      label: t(effect, { mentor: one.mentor, change, points }),
      onSelect: () => void move(pairingId, one),
    };
  });
  return (
    <Menu label={t("label", { mentee })} items={items}>
      <ArrowLeftRight aria-hidden />
      {t("to")}
      <span className="sr-only"> {t("label", { mentee })}</span>
    </Menu>
  );
}
