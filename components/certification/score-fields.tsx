"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

export type Criterion = {
  id: string;
  name: string;
  question: string;
  weight: number;
  mustReach: number;
  anchors: string[];
};

type FieldName = `scores.${number}.${"level" | "comment"}`;
type Wiring = {
  register: (name: FieldName) => UseFormRegisterReturn;
  error: (name: FieldName) => string | undefined;
};

/** What a form of scores begins with: nothing chosen. */
export function emptyScores(criteria: Criterion[]) {
  return criteria.map(({ id }) => ({ criterionId: id, level: "", comment: "" }));
}

/** A digit chooses the level of that number, wherever in the criterion one stands, except in its comment. */
function chooseByDigit(event: KeyboardEvent<HTMLFieldSetElement>): void {
  if (!(event.target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const radio = event.currentTarget.querySelector<HTMLInputElement>(
    `input[type="radio"][value="${event.key}"]`,
  );
  if (!/^\d$/.test(event.key) || !radio) return;
  event.preventDefault();
  radio.click();
  radio.focus();
}

function CriterionFields({ criterion, index, of }: { criterion: Criterion; index: number; of: Wiring }) {
  const t = useTranslations("assessments.form");
  const id = useId();
  const error = of.error(`scores.${index}.level`);
  const described = [`${id}-question`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      onKeyDown={chooseByDigit}
      aria-describedby={described}
      className="grid min-w-0 gap-3 border-t border-line pt-4 first:border-0 first:pt-0 print:break-inside-avoid"
    >
      <legend className="float-left w-full text-base font-semibold">
        {criterion.name}
        <span className="ml-2 text-sm font-normal text-ink-soft">
          {t("weight", { weight: criterion.weight })}
          {criterion.mustReach > 0 && <> · {t("mustReach", { level: criterion.mustReach })}</>}
        </span>
      </legend>
      <p id={`${id}-question`} className="text-body text-ink-soft">
        {criterion.question}
      </p>
      <div className="grid gap-1.5 md:auto-cols-fr md:grid-flow-col">
        {criterion.anchors.map((anchor, level) => (
          <label
            key={anchor}
            className="flex min-h-11 items-start gap-2.5 rounded-control border border-edge/60 px-3 py-2.5 text-body transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent md:flex-col md:gap-1.5 md:text-sm"
          >
            <span className="flex items-center gap-2">
              <input type="radio" className="dot" value={level} {...of.register(`scores.${index}.level`)} />
              <span className="font-semibold tabular-nums">{level}</span>
            </span>
            <span>{anchor}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      <Field label={t("comment")} optional error={of.error(`scores.${index}.comment`)}>
        {(control) => (
          <Textarea {...control} rows={1} maxLength={1000} {...of.register(`scores.${index}.comment`)} />
        )}
      </Field>
    </fieldset>
  );
}

/** The rubric to score against: for each criterion its levels with what they look like, and room for why. */
export function ScoreFields({ criteria, ...of }: { criteria: Criterion[] } & Wiring) {
  const t = useTranslations("assessments.form");
  return (
    <div className="grid gap-6">
      <p data-screen-only className="text-sm text-ink-soft">
        {t("howTo")}
      </p>
      {criteria.map((criterion, index) => (
        <CriterionFields key={criterion.id} criterion={criterion} index={index} of={of} />
      ))}
    </div>
  );
}
