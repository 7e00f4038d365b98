"use client";

import { useTranslations } from "next-intl";
import { nameDelegate } from "@/lib/delegates/actions";
import { nameDelegateSchema } from "@/lib/delegates/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput } from "../ui/input";
import { Select } from "../ui/select";
import { showToast } from "../ui/toast";

type Person = { id: string; name: string };

/** Names who stands in for a manager, and on which days. Of one manager alone nobody is asked who is away. */
export function DelegateForm({
  floorId,
  managers,
  choices,
}: {
  floorId: string;
  managers: Person[];
  choices: (Person & { title: string | null })[];
}) {
  const t = useTranslations("delegates");
  const [only] = managers;
  const several = managers.length > 1;
  const none = {
    floorId,
    managerId: !several && only ? only.id : "",
    delegateId: "",
    firstDay: "" as never,
    lastDay: "" as never,
  };
  const form = useActionForm({
    schema: nameDelegateSchema,
    action: nameDelegate,
    defaults: none,
    onDone: (_, { delegateId }) => {
      form.reset(none);
      showToast({ text: t("named", { delegate: choices.find(({ id }) => id === delegateId)?.name ?? "" }) });
    },
  });
  const { register, error } = form;
  return (
    <Form of={form} className="gap-4">
      <div className={several ? "grid gap-4 sm:grid-cols-2" : "grid gap-4 sm:grid-cols-[2fr_1fr_1fr]"}>
        {several && (
          <Field label={t("manager")} error={error("managerId")} required>
            {(control) => (
              <Select
                {...control}
                placeholder={t("choose")}
                options={managers.map(({ id, name }) => ({ value: id, label: name }))}
                {...register("managerId")}
              />
            )}
          </Field>
        )}
        <Field label={t("delegate")} error={error("delegateId")} required>
          {(control) => (
            <Select
              {...control}
              placeholder={t("choose")}
              options={choices.map(({ id, name, title }) => ({
                value: id,
                label: title ? `${name}, ${title}` : name,
              }))}
              {...register("delegateId")}
            />
          )}
        </Field>
        <Field label={t("firstDay")} hint={t("days")} error={error("firstDay")} required>
          {(control) => <DateInput {...control} {...register("firstDay")} />}
        </Field>
        <Field label={t("lastDay")} error={error("lastDay")} required>
          {(control) => <DateInput {...control} {...register("lastDay")} />}
        </Field>
      </div>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
