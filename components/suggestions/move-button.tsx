"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { useMoves } from "./moves-context";

/** Opens the other mentors for one suggestion. */
export function MoveButton({ pairingId, mentee }: { pairingId: string; mentee: string }) {
  const t = useTranslations("suggestions.move");
  const { choose } = useMoves();
  return (
    <Button size="small" tone="quiet" onClick={() => choose(pairingId)}>
      {t("to")}
      <span className="sr-only"> {t("label", { mentee })}</span>
    </Button>
  );
}
