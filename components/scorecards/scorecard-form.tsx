"use client";

import { ClipboardList } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveScorecard } from "@/lib/scorecards/actions";
import { type ScorecardCriterion, scorecardCriteria, scorecardLevels } from "@/lib/scorecards/rules";
import { saveScorecardSchema } from "@/lib/scorecards/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

type Given = {
  nominationId: string;
  name: string;
  /** The scorecard as it stands; null when nobody has filled it in. */
  filled: { version: number; marks: { criterion: ScorecardCriterion; level: number; note: string }[] } | null;
};

/** Opens the scorecard of one person: a level and a note for each criterion, each level with what it means. */
export function ScorecardForm(given: Given) {
  const t = useTranslations("scorecards");
  const [open, setOpen] = useState(false);
  const { name } = given;
  return (
    <>
      <Button
        size="small"
        icon={<ClipboardList aria-hidden />}
        aria-label={t(given.filled ? "changeOf" : "fillOf", { name })}
        onClick={() => setOpen(true)}
      >
        {t(given.filled ? "change" : "fill")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title", { name })} description={t("who")}>
        <Marks {...given} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Marks({ nominationId, name, filled, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("scorecards");
  const marks = scorecardCriteria.map((criterion) => {
    const mark = filled?.marks.find((one) => one.criterion === criterion);
    const level = mark ? (`${mark.level as 1 | 2 | 3 | 4 | 5}` as const) : ("" as const);
    return { criterion, level, note: mark?.note ?? "" };
  });
  const form = useActionForm({
    schema: saveScorecardSchema,
    action: saveScorecard,
    defaults: { nominationId, seen: filled?.version ?? 0, marks },
    onDone: () => {
      showToast({ text: t("saved", { name }) });
      onDone();
    },
  });
  const { register, error } = form;
  return (
    <Form of={form}>
      {scorecardCriteria.map((criterion, index) => (
        <fieldset key={criterion} className="grid gap-2">
          <legend className="mb-1 text-body font-medium">{t(`criterion.${criterion}`)}</legend>
          <Field label={t("level")} hideLabel error={error(`marks.${index}.level`)}>
            {(control) => (
              <Select
                {...control}
                {...register(`marks.${index}.level`)}
                aria-label={t("levelOf", { criterion: t(`criterion.${criterion}`) })}
                placeholder={t("notJudged")}
                options={scorecardLevels.map((level) => ({
                  value: String(level),
                  label: t("anchored", { level, anchor: t(`anchor.${criterion}.${level}`) }),
                }))}
              />
            )}
          </Field>
          <Field label={t("note")} hideLabel error={error(`marks.${index}.note`)}>
            {(control) => (
              <Textarea
                {...control}
                {...register(`marks.${index}.note`)}
                rows={1}
                aria-label={t("noteOf", { criterion: t(`criterion.${criterion}`) })}
                placeholder={t("note")}
              />
            )}
          </Field>
        </fieldset>
      ))}
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
