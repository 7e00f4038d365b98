"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { changeOwnSettings } from "@/lib/people/actions";
import { jobTitle } from "@/lib/people/schema";
import { timeZoneName } from "@/lib/text";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { showToast } from "../ui/toast";

const ownProfileSchema = z.object({ title: jobTitle, timeZone: timeZoneName });

/** What one sets of oneself: job title and time zone. */
export function OwnProfileForm({
  title,
  timeZone,
  zones,
}: {
  title: string;
  timeZone: string;
  zones: string[];
}) {
  const t = useTranslations("people");
  const form = useActionForm({
    schema: ownProfileSchema,
    action: changeOwnSettings,
    defaults: { title, timeZone },
    onDone: () => showToast({ text: t("own.saved") }),
  });
  return (
    <Form of={form}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("jobTitle")} error={form.error("title")} optional>
          {(control) => (
            <Input
              {...control}
              autoComplete="organization-title"
              defaultValue={title}
              {...form.register("title")}
            />
          )}
        </Field>
        <Field label={t("timeZone")} error={form.error("timeZone")} required>
          {(control) => (
            <Select
              {...control}
              options={zones.map((zone) => ({ value: zone, label: zone }))}
              defaultValue={timeZone}
              {...form.register("timeZone")}
            />
          )}
        </Field>
      </div>
      <FormActions>
        <SubmitButton of={form}>{t("own.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
