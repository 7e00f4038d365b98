"use client";

import { useTranslations } from "next-intl";
import { endAllSignIns, endSignIn } from "@/lib/sign-ins/actions";
import { ActionButton } from "../ui/action-button";

/** Ends one of one's own sign-ins in another browser. */
export function EndSignIn({ signInId, device }: { signInId: string; device: string }) {
  const t = useTranslations("sign-ins");
  return (
    <ActionButton action={endSignIn} input={{ signInId }} done={t("list.ended")} size="small">
      {t("list.end")} <span className="sr-only">{device}</span>
    </ActionButton>
  );
}

/** Ends all of one's own sign-ins, this one too. */
export function EndAllSignIns() {
  const t = useTranslations("sign-ins");
  return (
    <ActionButton
      action={endAllSignIns}
      input={{}}
      confirm={{
        title: t("list.everywhereTitle"),
        body: t("list.everywhereBody"),
        label: t("list.everywhere"),
        danger: false,
      }}
      onDone={() => window.location.assign("/sign-in?done=everywhere")}
    >
      {t("list.everywhere")}
    </ActionButton>
  );
}
