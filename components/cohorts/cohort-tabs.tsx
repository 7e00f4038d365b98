"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs";

export type CohortPart =
  | "overview"
  | "schedule"
  | "mentors"
  | "pairings"
  | "calls"
  | "board"
  | "certification"
  | "history";

/** The parts of a cohort that this person may open. With one alone there is nothing to choose. */
export function CohortTabs({ cohortId, parts }: { cohortId: string; parts: CohortPart[] }) {
  const t = useTranslations("cohorts.tabs");
  const path = usePathname();
  const base = `/cohorts/${cohortId}`;
  if (parts.length < 2) return null;
  return (
    <LinkTabs
      label={t("label")}
      className="mb-5"
      tabs={parts.map((part) => {
        const href = part === "overview" ? base : `${base}/${part}`;
        return {
          href,
          label: t(part),
          current: path === href || (part !== "overview" && path.startsWith(`${href}/`)),
        };
      })}
    />
  );
}
