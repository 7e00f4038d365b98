"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { addFloor } from "@/lib/floors/actions";
import { addFloorSchema } from "@/lib/floors/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { showToast } from "../ui/toast";

/** Adds a floor, and goes to its page. */
export function AddFloorForm() {
  const t = useTranslations("floors");
  const router = useRouter();
  const form = useActionForm({
    schema: addFloorSchema,
    action: addFloor,
    defaults: { name: "" },
    onDone(added, { name }) {
      showToast({ text: t("new.added", { floor: name }) });
      if (added) router.push(`/floors/${added.floorId}`);
    },
  });
  return (
    <Form of={form}>
      <Field label={t("name")} hint={t("new.hint")} error={form.error("name")} required>
        {(control) => <Input {...control} autoComplete="off" {...form.register("name")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("new.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
