"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { previewImport } from "@/lib/imports/actions";
import { importLimits, type PreviewImport, previewImportSchema } from "@/lib/imports/schema";
import * as mentees from "@/lib/mentee-imports/actions";
import { mostMentees, previewMenteesSchema } from "@/lib/mentee-imports/schema";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { FileInput } from "../ui/input";
import { useSentence } from "../ui/sentence";
import { Textarea } from "../ui/textarea";
import { readText } from "./read-text";

const accepted =
  ".csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file or a pasted table of people, to be looked at before anything is written. */
export function UploadForm() {
  const router = useRouter();
  const form = useActionForm({
    schema: previewImportSchema,
    action: previewImport,
    defaults: { fileName: "", text: "" },
    onDone: (kept) => kept && router.push(`/people/import/${kept.importId}`),
  });
  return <TableForm form={form} most={importLimits.rows} />;
}

/** The same for the mentees of a cohort. */
export function MenteeUploadForm({ cohortId }: { cohortId: string }) {
  const router = useRouter();
  const form = useActionForm({
    schema: previewMenteesSchema,
    action: mentees.previewImport,
    defaults: { cohortId, fileName: "", text: "" },
    onDone: (kept) => kept && router.push(`/cohorts/${cohortId}/enroll/import/${kept.importId}`),
  });
  // The fields are those of any table; which cohort it is for is not typed.
  return <TableForm form={form as unknown as ActionForm<PreviewImport>} most={mostMentees} />;
}

function TableForm({ form, most }: { form: ActionForm<PreviewImport>; most: number }) {
  const t = useTranslations("imports");
  const words = useSentence();
  const [fileError, setFileError] = useState<string>();

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    setFileError(undefined);
    if (!file) return;
    if (file.size > 2 * importLimits.bytes) return setFileError(t("refused.tooBig"));
    const read = await readText(file);
    if ("refusal" in read) return setFileError(words(read.refusal));
    form.setValue("fileName", file.name.slice(0, 200));
    form.setValue("text", read.text);
    form.clearErrors();
  }

  return (
    <Form of={form}>
      <Field label={t("file")} hint={t("fileHint", { rows: most })} error={fileError}>
        {(control) => <FileInput {...control} accept={accepted} onChange={take} />}
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
