"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { changeGoal, proposeGoal } from "@/lib/agreements/actions";
import type { Goal } from "@/lib/agreements/queries";
import { changeGoalSchema, proposeGoalSchema } from "@/lib/agreements/schema";
import type { Day } from "@/lib/dates";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput, Input } from "../ui/input";
import { showToast } from "../ui/toast";

/** Proposes a goal to the two of a pairing. */
export function ProposeGoal({ pairingId, endsOn }: { pairingId: string; endsOn: Day }) {
  const t = useTranslations("agreements.goals");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("propose")}</Button>
      {open && (
        <Dialog open onClose={close} title={t("proposeTitle")}>
          <ProposeForm pairingId={pairingId} endsOn={endsOn} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

/** Puts a goal in place of one that stands: both agree anew. */
export function ChangeGoal({ goal }: { goal: Goal }) {
  const t = useTranslations("agreements.goals");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const { indicator } = goal;
  return (
    <>
      <Button
        size="small"
        tone="quiet"
        aria-label={t("changeOf", { indicator })}
        onClick={() => setOpen(true)}
      >
        {t("change")}
      </Button>
      {open && (
        <Dialog open onClose={close} title={t("changeTitle")} description={t("changeWhat")}>
          <ChangeForm goal={goal} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

type Done = { onDone: () => void };

function ProposeForm({ pairingId, endsOn, onDone }: { pairingId: string; endsOn: Day } & Done) {
  const t = useTranslations("agreements.goals");
  const form = useActionForm({
    schema: proposeGoalSchema,
    action: proposeGoal,
    defaults: { pairingId, indicator: "", baseline: "", target: "", dueOn: endsOn },
    onDone: () => {
      showToast({ text: t("proposed") });
      onDone();
    },
  });
  return <GoalFields form={form} />;
}

function ChangeForm({ goal, onDone }: { goal: Goal } & Done) {
  const t = useTranslations("agreements.goals");
  const { id: goalId, indicator, baseline, target, dueOn } = goal;
  const form = useActionForm({
    schema: changeGoalSchema,
    action: changeGoal,
    defaults: { goalId, indicator, baseline, target, dueOn },
    onDone: () => {
      showToast({ text: t("changed") });
      onDone();
    },
  });
  return <GoalFields form={form} />;
}

type Words = { indicator: string; baseline: string; target: string; dueOn: string };

function GoalFields<Values extends Words>({ form: given }: { form: ActionForm<Values> }) {
  const t = useTranslations("agreements.goals");
  // Both forms have these fields, and what each has besides is not shown.
  const form = given as unknown as ActionForm<Words>;
  return (
    <Form of={form}>
      <Field label={t("indicator")} hint={t("indicatorHint")} error={form.error("indicator")} required>
        {(control) => <Input {...control} autoComplete="off" {...form.register("indicator")} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("baseline")} error={form.error("baseline")} optional>
          {(control) => <Input {...control} autoComplete="off" {...form.register("baseline")} />}
        </Field>
        <Field label={t("target")} error={form.error("target")} required>
          {(control) => <Input {...control} autoComplete="off" {...form.register("target")} />}
        </Field>
      </div>
      <Field label={t("dueOn")} error={form.error("dueOn")} required>
        {(control) => <DateInput {...control} {...form.register("dueOn")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
