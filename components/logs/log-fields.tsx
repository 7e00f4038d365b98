"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { noteAudiences, progressLevels } from "@/lib/logs/rules";
import type { LogContent } from "@/lib/logs/schema";
import { Field } from "../ui/field";
import { Segmented } from "../ui/radio-group";
import { Stepper } from "../ui/stepper";
import { Textarea } from "../ui/textarea";

type Change = (part: Partial<LogContent>) => void;
export type Counts = Pick<LogContent, "calls" | "emails" | "meetings" | "proposals">;
/** The words of what is wrong with a field. */
export type FieldProblem = (field: string) => ReactNode;

const counted = ["calls", "emails", "meetings", "proposals"] as const;

/** How the mentee is doing, in one touch. */
export function ProgressField({
  value,
  problem,
  onChange,
}: {
  value: LogContent["progress"];
  problem: FieldProblem;
  onChange: Change;
}) {
  const t = useTranslations("logs");
  return (
    <Segmented
      legend={t("form.progress")}
      name={useId()}
      value={value ?? ""}
      error={problem("progress")}
      options={progressLevels.map((level) => ({ value: level, label: t(`state.progress.${level}`) }))}
      onChange={(event) => onChange({ progress: event.currentTarget.value as LogContent["progress"] })}
    />
  );
}

/** The four activity numbers, each with what it was the last time. */
export function CountFields({
  counts,
  before,
  problem,
  onChange,
}: {
  counts: Counts;
  before: Counts | null;
  problem: FieldProblem;
  onChange: Change;
}) {
  const t = useTranslations("logs.form");
  return (
    <fieldset>
      <legend className="mb-1.5 text-body font-medium">{t("numbers")}</legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:max-w-md">
        {counted.map((name) => {
          const last = before?.[name];
          return (
            <Field
              key={name}
              label={t(name)}
              hint={typeof last === "number" ? t("before", { count: last }) : undefined}
              error={problem(name)}
            >
              {(control) => (
                <Stepper
                  {...control}
                  of={t(name)}
                  max={1000}
                  value={counts[name] ?? ""}
                  onChange={(event) => onChange({ [name]: readCount(event.currentTarget.value) })}
                />
              )}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

function readCount(text: string): number | null {
  const count = Number.parseInt(text, 10);
  return Number.isNaN(count) ? null : count;
}

/** The skills that were practised, each one touch. */
export function SkillField({
  skills,
  chosen,
  onChange,
}: {
  skills: { id: string; name: string }[];
  chosen: string[];
  onChange: Change;
}) {
  const t = useTranslations("logs.form");
  if (skills.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-body font-medium">{t("skills")}</legend>
      <div className="flex flex-wrap gap-2">
        {skills.map((skill) => (
          <label
            key={skill.id}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge/60 px-3.5 text-body text-ink-soft transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent md:min-h-8"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={chosen.includes(skill.id)}
              onChange={(event) =>
                onChange({
                  skillIds: event.currentTarget.checked
                    ? [...chosen, skill.id]
                    : chosen.filter((id) => id !== skill.id),
                })
              }
            />
            {skill.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What they learned, and a note for whom it is meant for. */
export function WordFields({
  content,
  problem,
  onChange,
}: {
  content: LogContent;
  problem: FieldProblem;
  onChange: Change;
}) {
  const t = useTranslations("logs");
  const name = useId();
  return (
    <>
      <Field label={t("form.learned")} error={problem("learned")}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={4000}
            value={content.learned}
            onChange={(event) => onChange({ learned: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="grid gap-2">
        <Field label={t("form.note")} optional error={problem("note")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={4000}
              value={content.note}
              onChange={(event) => onChange({ note: event.currentTarget.value })}
            />
          )}
        </Field>
        {content.note !== "" && (
          <Segmented
            legend={t("form.audience")}
            name={name}
            value={content.noteAudience}
            options={noteAudiences.map((value) => ({ value, label: t(`state.noteAudience.${value}`) }))}
            onChange={(event) =>
              onChange({ noteAudience: event.currentTarget.value as LogContent["noteAudience"] })
            }
          />
        )}
      </div>
    </>
  );
}
