"use client";

import { useTranslations } from "next-intl";
import { renameFloor } from "@/lib/floors/actions";
import { renameFloorSchema } from "@/lib/floors/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { showToast } from "../ui/toast";

/** Renames a floor. Needs the words `floors` and `errors`. */
export function RenameFloorForm({ floorId, name }: { floorId: string; name: string }) {
  const t = useTranslations("floors");
  const form = useActionForm({
    schema: renameFloorSchema,
    action: renameFloor,
    defaults: { floorId, name },
    onDone: (_, values) => showToast({ text: t("rename.renamed", { floor: values.name }) }),
  });
  return (
    <Form of={form}>
      <Field label={t("rename.title")} error={form.error("name")} required>
        {(control) => (
          <Input {...control} autoComplete="off" defaultValue={name} {...form.register("name")} />
        )}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("rename.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
