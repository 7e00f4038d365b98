"use client";

import { useTranslations } from "next-intl";
import { answerScenario } from "@/lib/training/actions";
import { acceptedFiles } from "@/lib/training/answer-file";
import type { Answer } from "@/lib/training/queries";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { FileInput } from "../ui/input";
import { KeptNote, useKeptForm } from "../ui/kept-form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { FileLink } from "./answer-words";

const checks = () => import("@/lib/training/schema").then((one) => one.answerScenarioSchema);

type Values = {
  nominationId: string;
  scenarioId: string;
  wording: number;
  seen: number;
  text: string;
  file: File | "KEPT" | null;
};

/**
 * A mentor's answer to a scenario: written, uploaded or both, and changed as long as there is no feedback. What is
 * written is kept on the device until it is sent.
 */
export function AnswerForm({
  nominationId,
  scenarioId,
  wording,
  answer,
}: {
  nominationId: string;
  scenarioId: string;
  wording: number;
  answer: Pick<Answer, "version" | "text" | "file"> | undefined;
}) {
  const t = useTranslations("training.scenario");
  const form = useActionForm<Values, void>({
    schema: checks,
    action: answerScenario,
    defaults: {
      nominationId,
      scenarioId,
      wording,
      seen: answer?.version ?? 0,
      text: answer?.text ?? "",
      file: answer?.file ? "KEPT" : null,
    },
    onDone: () => {
      kept.saved();
      showToast({ text: t("sent") });
    },
  });
  const apart = ["nominationId", "scenarioId", "wording", "seen", "file"] as const;
  const kept = useKeptForm(form, `training.${nominationId}.${scenarioId}`, apart);
  return (
    <Form of={form} className="grid gap-3">
      <KeptNote of={kept} />
      <Field label={t("yours")} error={form.error("text")}>
        {(control) => <Textarea rows={4} {...control} {...form.register("text")} />}
      </Field>
      <AnswerUpload form={form} file={answer?.file ?? null} />
      <FormActions>
        <SubmitButton of={form} tone={answer ? "plain" : "primary"}>
          {t(answer ? "change" : "answer")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

/** The file of an answer: chosen, put in place of the one from before, or taken away. */
function AnswerUpload({ form, file }: { form: ActionForm<Values>; file: Answer["file"] }) {
  const t = useTranslations("training.scenario");
  const before = file ? "KEPT" : null;
  const now = form.watch("file");
  const put = (value: Values["file"]) => form.setValue("file", value, { shouldDirty: true });
  return (
    <div className="grid gap-2">
      {file && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-body">
          <FileLink file={file} />
          <Button size="small" tone="quiet" onClick={() => put(now === "KEPT" ? null : "KEPT")}>
            {t(now === "KEPT" ? "removeFile" : "keepFile")}
          </Button>
          {now === null && <p className="w-full text-sm text-ink-soft">{t("fileGoes")}</p>}
        </div>
      )}
      <Field label={t("file")} hint={t("fileHint")} error={form.error("file")}>
        {(control) => (
          <FileInput
            {...control}
            accept={acceptedFiles}
            onChange={({ target }) => {
              form.clearErrors();
              put(target.files?.[0] ?? before);
            }}
          />
        )}
      </Field>
      {form.pending && now instanceof File && (
        <div role="status" className="grid gap-1 text-sm text-ink-soft">
          <progress aria-label={t("sending")} className="h-2 w-full max-w-md accent-accent" />
          {t("sendingSize", { size: Math.ceil(now.size / 1000) })}
        </div>
      )}
    </div>
  );
}
