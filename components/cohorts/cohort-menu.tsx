"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "../ui/icon-button";
import type { Cohort } from "./cohort-deeds";

const CohortDeeds = lazy(() => import("./cohort-deeds").then((part) => ({ default: part.CohortDeeds })));

/** The three dots of a cohort. What lies behind them, and its forms, comes when they are pressed: that is seldom. */
export function CohortMenu({ cohort }: { cohort: Cohort }) {
  const t = useTranslations("cohorts.menu");
  const [asked, setAsked] = useState(false);
  const dots = (
    <IconButton label={t("label")} aria-haspopup="menu" onClick={() => setAsked(true)}>
      <Ellipsis aria-hidden />
    </IconButton>
  );
  if (!asked) return dots;
  return (
    <Suspense fallback={dots}>
      <CohortDeeds cohort={cohort} />
    </Suspense>
  );
}
