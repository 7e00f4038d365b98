"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";

async function leave() {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}

/** Ends this sign-in. What it takes to do so is fetched when it is pressed. */
export function SignOut({ className }: { className?: string }) {
  const t = useTranslations("shell");
  return (
    <button type="button" className={className} onClick={leave}>
      <LogOut aria-hidden />
      {t("person.signOut")}
    </button>
  );
}
