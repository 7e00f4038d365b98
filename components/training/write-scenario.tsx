"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { addScenario, changeScenario } from "@/lib/scenarios/actions";
import { addScenarioSchema, changeScenarioSchema } from "@/lib/scenarios/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** Adds a scenario of its own to the training of a cohort. */
export function AddScenario({ cohortId }: { cohortId: string }) {
  const t = useTranslations("training.asked");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      {open && (
        <Dialog open onClose={close} title={t("addTitle")} description={t("addWhat")}>
          <AddForm cohortId={cohortId} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function AddForm({ cohortId, onDone }: { cohortId: string; onDone: () => void }) {
  const t = useTranslations("training.asked");
  const form = useActionForm({
    schema: addScenarioSchema,
    action: addScenario,
    defaults: { cohortId, title: "", prompt: "" },
    onDone: () => {
      showToast({ text: t("added") });
      onDone();
    },
  });
  // The fields are those of any scenario; which cohort it is for is not typed.
  return <WordsForm form={form as unknown as ActionForm<Words>} />;
}

type Words = { title: string; prompt: string };
type Changed = Words & { id: string; edits: number };

/** Puts a scenario in other words that nobody answered yet. */
export function ChangeScenario({ scenario }: { scenario: Changed }) {
  const t = useTranslations("training.asked");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const title = t("changeOf", { title: scenario.title });
  return (
    <>
      <Button size="small" tone="quiet" aria-label={title} onClick={() => setOpen(true)}>
        {t("change")}
      </Button>
      {open && (
        <Dialog open onClose={close} title={title} description={t("addWhat")}>
          <ChangeForm scenario={scenario} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

function ChangeForm({ scenario, onDone }: { scenario: Changed; onDone: () => void }) {
  const t = useTranslations("training.asked");
  const { id: scenarioId, edits: seen, title, prompt } = scenario;
  const form = useActionForm({
    schema: changeScenarioSchema,
    action: changeScenario,
    defaults: { scenarioId, seen, title, prompt },
    onDone: () => {
      showToast({ text: t("changed") });
      onDone();
    },
  });
  return <WordsForm form={form as unknown as ActionForm<Words>} />;
}

function WordsForm({ form }: { form: ActionForm<Words> }) {
  const t = useTranslations("training.asked");
  return (
    <Form of={form}>
      <Field label={t("name")} error={form.error("title")} required>
        {(control) => <Input {...control} autoComplete="off" {...form.register("title")} />}
      </Field>
      <Field label={t("prompt")} error={form.error("prompt")} required>
        {(control) => <Textarea rows={4} {...control} {...form.register("prompt")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
