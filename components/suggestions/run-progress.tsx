"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { RunStep } from "@/lib/suggestions/rules";
import { Progress } from "../ui/meter";

const lookEvery = 2_000;
const steps: readonly RunStep[] = ["READING", "SCORING", "SOLVING", "WRITING"];

type Given = { state: "QUEUED" | "SOLVING"; step: RunStep; done: number; all: number };

/** How far a run of suggestions is, in words; looks every two seconds until it is ready. */
export function RunProgress({ state, step, done, all }: Given) {
  const t = useTranslations("suggestions.run");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookEvery);
    return () => clearInterval(timer);
  }, [router]);
  const words = state === "QUEUED" ? t("queued", { all }) : t(`step.${step}`, { done, all });
  const counted = step === "SCORING" || step === "SOLVING";
  const passed = state === "QUEUED" ? 0 : steps.indexOf(step) * all + (counted ? done : 0);
  return (
    <div role="status">
      <Progress value={passed} max={steps.length * all}>
        {words}
      </Progress>
    </div>
  );
}
