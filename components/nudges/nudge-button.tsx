"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { nudgeManagers, nudgeMentor } from "@/lib/nudges/actions";
import { ActionButton } from "../ui/action-button";

/** Reminds the managers of a floor, or a mentor, of what waits for them. */
export function NudgeButton({ of, id, name }: { of: "managers" | "mentor"; id: string; name: string }) {
  const t = useTranslations("nudges");
  const look = { size: "small", icon: <Bell aria-hidden /> } as const;
  const words = (
    <>
      {t("nudge")}
      <span className="sr-only"> {name}</span>
    </>
  );
  const done = t("nudged", { name });
  return of === "managers" ? (
    <ActionButton {...look} action={nudgeManagers} input={{ listId: id }} done={done}>
      {words}
    </ActionButton>
  ) : (
    <ActionButton {...look} action={nudgeMentor} input={{ nominationId: id }} done={done}>
      {words}
    </ActionButton>
  );
}
