"use client";

import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { type GrantKind, grantKinds } from "@/lib/people/rules";
import { Checkbox } from "../ui/checkbox";

/** The grants to tick, each with what it allows. */
export function GrantChoices({
  field,
  initial,
  hideLegend = false,
}: {
  field: UseFormRegisterReturn;
  initial: GrantKind[];
  hideLegend?: boolean;
}) {
  const t = useTranslations("people");
  return (
    <fieldset className="grid gap-1">
      <legend className={hideLegend ? "sr-only" : "mb-1 text-body font-medium"}>{t("grantsLabel")}</legend>
      {grantKinds.map((kind) => (
        <Checkbox
          key={kind}
          value={kind}
          label={t(`grant.${kind}`)}
          hint={t(`grantHint.${kind}`)}
          defaultChecked={initial.includes(kind)}
          {...field}
        />
      ))}
    </fieldset>
  );
}
