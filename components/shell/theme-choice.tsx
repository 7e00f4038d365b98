"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Segmented } from "../ui/radio-group";
import { wearTheme } from "./theme";

const themes = ["SYSTEM", "LIGHT", "DARK"] as const;
type Theme = (typeof themes)[number];

/** Light, dark, or as the machine has it: seen at once. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("shell");
  const [worn, setWorn] = useState<Theme>(theme);

  function choose(next: Theme) {
    setWorn(next);
    wearTheme(next);
  }

  return (
    <Segmented
      legend={t("theme.label")}
      hideLegend
      name="theme"
      className="px-1 py-2.5 [&>div]:w-full"
      options={themes.map((value) => ({ value, label: t(`theme.${value.toLowerCase()}`) }))}
      value={worn}
      onChange={(event) => choose(event.target.value as Theme)}
    />
  );
}
