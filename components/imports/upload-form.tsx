"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { previewImport } from "@/lib/imports/actions";
import { importLimits, previewImportSchema } from "@/lib/imports/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { FileInput } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { readText } from "./read-text";

/** A file or a pasted table of people, to be looked at before anything is written. */
export function UploadForm() {
  const t = useTranslations("imports");
  const router = useRouter();
  const [fileError, setFileError] = useState<string>();
  const form = useActionForm({
    schema: previewImportSchema,
    action: previewImport,
    defaults: { fileName: "", text: "" },
    onDone: (kept) => kept && router.push(`/people/import/${kept.importId}`),
  });

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    setFileError(undefined);
    if (!file) return;
    if (file.size > 2 * importLimits.bytes) return setFileError(t("refused.tooBig"));
    const text = await readText(file);
    if (text === null) return setFileError(t("refused.notText"));
    form.setValue("fileName", file.name.slice(0, 200));
    form.setValue("text", text);
    form.clearErrors();
  }

  return (
    <Form of={form}>
      <Field label={t("file")} hint={t("fileHint")} error={fileError}>
        {(control) => <FileInput {...control} accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={take} />}
      </Field>
      <Field label={t("text")} hint={t("textHint")} error={form.error("text")}>
        {(control) => (
          <Textarea
            {...control}
            rows={8}
            spellCheck={false}
            className="field-sizing-fixed font-mono text-sm"
            {...form.register("text", { onChange: () => form.setValue("fileName", "") })}
          />
        )}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
