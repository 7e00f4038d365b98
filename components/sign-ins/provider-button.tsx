"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";

/** Signs in through the company's provider, and comes back to the page that was asked for. */
export function ProviderButton({ name, landing }: { name: string; landing: string }) {
  const t = useTranslations("sign-ins");
  const [pending, setPending] = useState(false);

  async function go() {
    if (pending) return;
    setPending(true);
    const { signIn } = await import("next-auth/react");
    await signIn("oidc", { callbackUrl: landing }).catch(() => setPending(false));
  }

  return (
    <Button pending={pending} onClick={go}>
      {t("provider", { name })}
    </Button>
  );
}
