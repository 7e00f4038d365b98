"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Form, SubmitButton, useActionForm } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { assignFacilitator } from "@/lib/schedule/actions";
import { assignFacilitatorSchema } from "@/lib/schedule/schema";

/** Asks somebody to lead a session, in place of whoever was to lead it. */
export function AssignFacilitator({
  sessionId,
  candidates,
}: {
  sessionId: string;
  candidates: { id: string; name: string; title: string | null }[];
}) {
  const t = useTranslations("schedule.page");
  const form = useActionForm({
    schema: assignFacilitatorSchema,
    action: assignFacilitator,
    defaults: { sessionId, personId: "" },
    onDone: () => showToast({ text: t("assignDone") }),
  });
  return (
    <Form of={form}>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <Field label={t("assign")} error={form.error("personId")}>
            {(control) => (
              <Select
                {...control}
                {...form.register("personId")}
                placeholder={t("choose")}
                options={candidates.map(({ id, name, title }) => ({
                  value: id,
                  label: title ? `${name} · ${title}` : name,
                }))}
              />
            )}
          </Field>
        </div>
        <SubmitButton of={form}>{t("assignDo")}</SubmitButton>
      </div>
    </Form>
  );
}
