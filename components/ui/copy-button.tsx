"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonSize } from "./button";

/** Copies `text`; says so in its own place. Where the browser refuses, it says that too. */
export function CopyButton({ text, label, size }: { text: string; label?: string; size?: ButtonSize }) {
  const t = useTranslations("ui");
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  async function copy() {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setState(copied ? "copied" : "refused");
  }

  return (
    <Button
      size={size}
      icon={state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      onClick={copy}
    >
      <span aria-live="polite">{state === "idle" ? (label ?? t("copy.copy")) : t(`copy.${state}`)}</span>
    </Button>
  );
}
