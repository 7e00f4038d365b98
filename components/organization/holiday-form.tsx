"use client";

import { useTranslations } from "next-intl";
import { addHoliday } from "@/lib/organization/actions";
import { addHolidaySchema } from "@/lib/organization/schema";
import { Field } from "../ui/field";
import { Form, SubmitButton, useActionForm } from "../ui/form";
import { DateInput, Input } from "../ui/input";
import { showToast } from "../ui/toast";

/** Adds a holiday, and is ready for the next one. */
export function HolidayForm() {
  const t = useTranslations("organization.holidays");
  const form = useActionForm({
    schema: addHolidaySchema,
    action: addHoliday,
    defaults: { day: "", name: "" },
    onDone(_, { name }) {
      form.reset();
      form.setFocus("day");
      showToast({ text: t("added", { name }) });
    },
  });
  return (
    <Form of={form}>
      <div className="flex flex-wrap items-start gap-3">
        <Field label={t("day")} error={form.error("day")} required className="flex-auto sm:flex-none">
          {(control) => <DateInput {...control} {...form.register("day")} />}
        </Field>
        <Field label={t("name")} error={form.error("name")} required className="flex-auto basis-40">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              placeholder={t("namePlaceholder")}
              {...form.register("name")}
            />
          )}
        </Field>
        <SubmitButton of={form} tone="plain" className="sm:mt-[1.8rem]">
          {t("add")}
        </SubmitButton>
      </div>
    </Form>
  );
}
