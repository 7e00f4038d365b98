"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import type { Action } from "../ui/run-action";
import { Stepper } from "../ui/stepper";
import { showToast } from "../ui/toast";

const sample = z.object({
  name: z.string().trim().min(1, "design.form.empty"),
  mentees: z.number("design.form.tooFew").min(1, "design.form.tooFew"),
});
type Sample = z.input<typeof sample>;

/** Answers as a server would, without one: the name says what goes wrong. */
const pretend: Action<Sample, { name: string }> = async ({ name }) => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  if (name === "offline") throw new TypeError("Failed to fetch");
  if (name === "fail") return { serverError: { sentence: { key: "errors.unexpected" }, digest: "4c1f09ab" } };
  if (name === "Spring wave")
    return { serverError: { sentence: { key: "design.fields.taken" }, field: "name" } };
  return { data: { name } };
};

/** A form that can be sent, to see what happens when it is refused. */
export function SampleForm() {
  const t = useTranslations("design");
  const form = useActionForm({
    schema: sample,
    action: pretend,
    defaults: { name: "", mentees: 0 },
    onDone: (data) => showToast({ text: t("form.created", { name: data?.name ?? "" }) }),
  });
  return (
    <Panel id="form" title={t("form.title")} description={t("form.description")}>
      <Form of={form} className="max-w-lg">
        <Field label={t("fields.name")} hint={t("fields.nameHint")} error={form.error("name")}>
          {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
        </Field>
        <Field label={t("form.mentees")} error={form.error("mentees")}>
          {(control) => (
            <Stepper
              {...control}
              {...form.register("mentees", { valueAsNumber: true })}
              of={t("form.mentees")}
            />
          )}
        </Field>
        <FormActions>
          <SubmitButton of={form}>{t("form.send")}</SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  );
}
