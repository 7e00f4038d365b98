"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { planDay } from "@/lib/training/actions";
import { planDaySchema } from "@/lib/training/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput, Input, TimeInput } from "../ui/input";
import { showToast } from "../ui/toast";

type Planned = {
  cohortId: string;
  number: 1 | 2;
  day: Day;
  startTime: string;
  endTime: string;
  place: string;
};

/** Plans a training day of a cohort, or moves one that is planned. */
export function PlanDay({ planned, moves }: { planned: Planned; moves: boolean }) {
  const t = useTranslations("training.day");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { number } = planned;
  return (
    <>
      <Button
        size="small"
        tone={moves ? "quiet" : undefined}
        aria-label={moves ? t("moveOf", { number }) : undefined}
        onClick={() => setOpen(true)}
      >
        {moves ? t("move") : t("plan", { number })}
      </Button>
      {open && (
        <Dialog open onClose={close} title={t("planTitle", { number })} description={t("planWhat")}>
          <PlanForm planned={planned} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function PlanForm({ planned, onDone }: { planned: Planned; onDone: () => void }) {
  const t = useTranslations("training.day");
  const form = useActionForm({
    schema: planDaySchema,
    action: planDay,
    defaults: planned,
    onDone: () => {
      showToast({ text: t("saved", { number: planned.number }) });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("on")} error={form.error("day")} required>
        {(control) => <DateInput {...control} {...form.register("day")} />}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t("from")} error={form.error("startTime")} required>
          {(control) => <TimeInput {...control} {...form.register("startTime")} />}
        </Field>
        <Field label={t("to")} error={form.error("endTime")} required>
          {(control) => <TimeInput {...control} {...form.register("endTime")} />}
        </Field>
      </div>
      <Field label={t("place")} hint={t("placeHint")} error={form.error("place")} required>
        {(control) => <Input {...control} autoComplete="off" {...form.register("place")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
