"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { addStudy, changeStudy, removeStudy } from "@/lib/own-study/actions";
import type { StudyEntry } from "@/lib/own-study/queries";
import { addStudySchema, changeStudySchema } from "@/lib/own-study/schema";
import { ActionButton } from "../ui/action-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput, Input } from "../ui/input";
import { Stepper } from "../ui/stepper";
import { showToast } from "../ui/toast";

type Values = { what: string; day: Day; hours: number };

/** Opens the form for one more entry. */
export function AddStudy({ today }: { today: Day }) {
  const t = useTranslations("own-study");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      <Dialog open={open} onClose={close} title={t("form.title")}>
        <AddForm today={today} onDone={close} />
      </Dialog>
    </>
  );
}

function AddForm({ today, onDone }: { today: Day; onDone: () => void }) {
  const saved = useSaved(onDone);
  const form = useActionForm<Values, void>({
    schema: addStudySchema,
    action: addStudy,
    defaults: { what: "", day: today, hours: 1 },
    onDone: saved,
  });
  return (
    <Form of={form}>
      <Fields form={form} today={today} />
    </Form>
  );
}

/** Changes one entry, or removes it, which can be taken back. */
export function StudyActions({ entry, today }: { entry: StudyEntry; today: Day }) {
  const t = useTranslations("own-study");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { id: studyId, what } = entry;
  return (
    <div className="flex flex-wrap gap-1">
      <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
        {t("change")}
        <span className="sr-only"> {what}</span>
      </Button>
      <ActionButton
        size="small"
        tone="quiet"
        action={removeStudy}
        input={{ studyId, removed: true }}
        undo={{ action: removeStudy, input: { studyId, removed: false } }}
        done={t("removed", { what })}
      >
        {t("remove")}
        <span className="sr-only"> {what}</span>
      </ActionButton>
      <Dialog open={open} onClose={close} title={t("form.title")}>
        <ChangeForm key={entry.version} entry={entry} today={today} onDone={close} />
      </Dialog>
    </div>
  );
}

function ChangeForm({ entry, today, onDone }: { entry: StudyEntry; today: Day; onDone: () => void }) {
  const saved = useSaved(onDone);
  const { id: studyId, version: seen, what, day, hours } = entry;
  const form = useActionForm<Values & { studyId: string; seen: number }, void>({
    schema: changeStudySchema,
    action: changeStudy,
    defaults: { studyId, seen, what, day, hours },
    onDone: saved,
  });
  return (
    <Form of={form}>
      <Fields form={form} today={today} />
    </Form>
  );
}

function useSaved(onDone: () => void) {
  const t = useTranslations("own-study.form");
  return (_: unknown, { what }: Values) => {
    showToast({ text: t("saved", { what }) });
    onDone();
  };
}

function Fields<Given extends Values>({ form: of, today }: { form: ActionForm<Given>; today: Day }) {
  const t = useTranslations("own-study.form");
  const form = of as unknown as ActionForm<Values>;
  return (
    <>
      <Field label={t("what")} hint={t("whatHint")} error={form.error("what")} required>
        {(control) => <Input {...control} {...form.register("what")} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("day")} hint={t("dayHint")} error={form.error("day")} required>
          {(control) => <DateInput {...control} max={today} {...form.register("day")} />}
        </Field>
        <Field label={t("hours")} error={form.error("hours")} required>
          {(control) => (
            <Stepper
              {...control}
              {...form.register("hours", { valueAsNumber: true })}
              of={t("hours")}
              min={0}
              max={100}
              step={0.25}
            />
          )}
        </Field>
      </div>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </>
  );
}
