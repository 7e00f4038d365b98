"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { changeOwnSettings } from "@/lib/people/actions";
import { runAction } from "../ui/run-action";
import { useTroubleWords } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { type Theme, wearTheme } from "./theme";

const themes: Theme[] = ["SYSTEM", "LIGHT", "DARK"];

/** Light, dark, or as the machine has it: worn at once, and kept for every other device. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  const words = useTroubleWords();
  const [worn, setWorn] = useState(theme);
  const [, start] = useTransition();

  function choose(next: Theme) {
    setWorn(next);
    wearTheme(next);
    start(async () => {
      const outcome = await runAction(changeOwnSettings, { theme: next });
      if (!outcome.done) showToast({ text: words(outcome.trouble), tone: "missed" });
    });
  }

  return (
    <div role="radiogroup" aria-label={t("theme.label")} className="flex gap-1 px-1 py-2">
      {themes.map((value) => (
        <label
          key={value}
          className="flex min-h-11 flex-1 items-center justify-center rounded-control text-body text-ink-soft transition-colors hover:bg-hover has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent md:min-h-8"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={worn === value}
            onChange={() => choose(value)}
          />
          {t(`theme.${value.toLowerCase() as Lowercase<Theme>}`)}
        </label>
      ))}
    </div>
  );
}
