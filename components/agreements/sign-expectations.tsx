"use client";

import { useTranslations } from "next-intl";
import { signExpectations } from "@/lib/agreements/actions";
import { ActionButton } from "../ui/action-button";

/** Signs what is expected of whoever looks at it, after saying that it stays. */
export function SignExpectations({ pairingId }: { pairingId: string }) {
  const t = useTranslations("agreements.expectations");
  return (
    <ActionButton
      action={signExpectations}
      input={{ pairingId }}
      tone="primary"
      done={t("done")}
      confirm={{ title: t("ask"), body: t("askWhat"), label: t("submit"), danger: false }}
    >
      {t("sign")}
    </ActionButton>
  );
}
