"use client";

import { useTranslations } from "next-intl";
import { changeOrganization } from "@/lib/organization/actions";
import { changeOrganizationSchema } from "@/lib/organization/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { showToast } from "../ui/toast";

/** What the organization is called, and the zone that new people and cohorts start from. */
export function OrganizationForm({
  name,
  timeZone,
  zones,
}: {
  name: string;
  timeZone: string;
  zones: string[];
}) {
  const t = useTranslations("organization.form");
  const form = useActionForm({
    schema: changeOrganizationSchema,
    action: changeOrganization,
    defaults: { name, timeZone },
    onDone: () => showToast({ text: t("saved") }),
  });
  return (
    <Form of={form}>
      <Field label={t("name")} error={form.error("name")} required>
        {(control) => (
          <Input {...control} autoComplete="organization" defaultValue={name} {...form.register("name")} />
        )}
      </Field>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} error={form.error("timeZone")} required>
        {(control) => (
          <Select
            {...control}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            defaultValue={timeZone}
            {...form.register("timeZone")}
          />
        )}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
