"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { moveSuggestion, takeBackMove } from "@/lib/suggestions/actions";
import type { MoveMap } from "@/lib/suggestions/moves";
import { runAction } from "../ui/run-action";
import { showToast } from "../ui/toast";
import { useRefused } from "../ui/use-refused";
import { MovesContext, type Steps } from "./moves-context";

const MoveDialog = lazy(() => import("./move-dialog").then((part) => ({ default: part.MoveDialog })));

/** Lets what is inside move suggestions. The one list of mentors is made when it is asked for. */
export function MovesOf({ map, children }: { map: MoveMap; children: ReactNode }) {
  const [choosing, setChoosing] = useState<string | null>(null);
  const move = useMove();
  const moves = useMemo(() => ({ map, choose: setChoosing, move }), [map, move]);
  const chosen = choosing && map.suggestions.find(({ pairingId }) => pairingId === choosing);
  return (
    <MovesContext value={moves}>
      {children}
      {chosen && (
        <Suspense>
          <MoveDialog suggestion={chosen} onClose={() => setChoosing(null)} />
        </Suspense>
      )}
    </MovesContext>
  );
}

function useMove() {
  const t = useTranslations("suggestions.move");
  const ui = useTranslations("ui.toast");
  const refused = useRefused();
  return useMemo(() => {
    const inputOf = (steps: readonly { pairingId: string; nominationId: string }[]) => {
      const [first, swap] = steps;
      return { pairingId: "", nominationId: "", ...first, ...(swap ? { swap } : {}) };
    };
    async function takeBack(places: readonly { pairingId: string; nominationId: string }[]) {
      const outcome = await runAction(takeBackMove, inputOf(places));
      if (outcome.done) showToast({ text: t("back") });
      else refused(outcome.trouble);
    }
    return async function move(steps: Steps): Promise<boolean> {
      const wanted = steps.map(({ pairingId, to }) => ({ pairingId, nominationId: to.nominationId }));
      const outcome = await runAction(moveSuggestion, inputOf(wanted));
      if (!outcome.done) {
        refused(outcome.trouble);
        return false;
      }
      const made = [outcome.data?.pairingId, outcome.data?.swapPairingId];
      const before = steps.flatMap(({ from }, index) => {
        const pairingId = made[index];
        return pairingId ? [{ pairingId, nominationId: from.nominationId }] : [];
      });
      const [first, second] = steps;
      const names = { mentee: first.mentee, mentor: first.to.mentor };
      const text = second
        ? t("swapped", { ...names, other: second.mentee, otherMentor: second.to.mentor })
        : t("moved", names);
      showToast({ text, undo: { label: ui("undo"), run: () => void takeBack(before) } });
      return true;
    };
  }, [t, ui, refused]);
}
