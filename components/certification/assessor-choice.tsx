"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AssessorCandidate } from "@/lib/certification/queries";

export type Candidate = AssessorCandidate & {
  /** Has handed in scores and stays. */
  fixed: boolean;
};

const fewEnough = 8;

/** Ticks who scores an attempt; a long list is narrowed down by part of a name. Who is ticked is always shown. */
export function AssessorChoice({
  candidates,
  chosen,
  error,
  register,
}: {
  candidates: Candidate[];
  chosen: string[];
  error: string | undefined;
  register: UseFormRegisterReturn;
}) {
  const t = useTranslations("attempts.form");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const matches = ({ id, name }: Candidate) =>
    chosen.includes(id) || name.toLocaleLowerCase().includes(wanted);
  const shown = candidates.filter(matches).length;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="float-left mb-1 text-body font-medium">{t("assessors")}</legend>
      <p className="text-sm text-ink-soft">{t("assessorsHint")}</p>
      {candidates.length > fewEnough && (
        <Field label={t("search")} hideLabel>
          {(control) => (
            <Input
              {...control}
              type="search"
              autoComplete="off"
              placeholder={t("search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
      )}
      <div className="grid max-h-72 gap-0.5 overflow-y-auto">
        {candidates.map((candidate) => (
          <Checkbox
            key={candidate.id}
            className={matches(candidate) ? undefined : "hidden"}
            value={candidate.id}
            disabled={candidate.fixed}
            label={<bdi>{candidate.name}</bdi>}
            hint={
              candidate.fixed
                ? t("hasScored")
                : [candidate.title, candidate.floor].filter(Boolean).join(" · ")
            }
            {...register}
          />
        ))}
      </div>
      <p aria-live="polite" className="text-sm text-ink-soft">
        {shown === 0 && t("nobody")}
      </p>
      <FieldError>{error}</FieldError>
    </fieldset>
  );
}
