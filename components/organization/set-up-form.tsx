"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Sentence } from "@/lib/errors";
import { setUp } from "@/lib/organization/actions";
import { setUpSchema } from "@/lib/organization/schema";
import { enter } from "../sign-ins/enter";
import { PasswordInput } from "../sign-ins/password-input";
import { Banner } from "../ui/banner";
import { Field } from "../ui/field";
import { Form, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { useSentence } from "../ui/sentence";

/** The first page of an installation: the organization, and whoever administers it. */
export function SetUpForm({ token, zones }: { token: string; zones: string[] }) {
  const t = useTranslations("sign-ins");
  const words = useSentence();
  const [trouble, setTrouble] = useState<Sentence>();
  const form = useActionForm({
    schema: setUpSchema,
    action: setUp,
    defaults: { token, organization: "", timeZone: "UTC", name: "", email: "", password: "" },
    onDone: async (_, { email, password }) => setTrouble(await enter({ email, password }, "/today")),
  });
  const { setValue, register, error } = form;

  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(here)) setValue("timeZone", here);
  }, [setValue, zones]);

  return (
    <Form of={form}>
      {trouble && <Banner tone="missed" announce title={words(trouble)} />}
      <Field label={t("setUp.organization")} error={error("organization")} required>
        {(control) => <Input {...control} autoComplete="organization" {...register("organization")} />}
      </Field>
      <Field label={t("setUp.timeZone")} hint={t("setUp.timeZoneHint")} error={error("timeZone")} required>
        {(control) => (
          <Select
            {...control}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            {...register("timeZone")}
          />
        )}
      </Field>
      <Field label={t("setUp.name")} error={error("name")} required>
        {(control) => <Input {...control} autoComplete="name" {...register("name")} />}
      </Field>
      <Field label={t("setUp.email")} error={error("email")} required>
        {(control) => <Input {...control} type="email" autoComplete="username" {...register("email")} />}
      </Field>
      <Field label={t("newPassword.label")} hint={t("newPassword.hint")} error={error("password")} required>
        {(control) => <PasswordInput {...control} autoComplete="new-password" {...register("password")} />}
      </Field>
      <SubmitButton of={form}>{t("setUp.submit")}</SubmitButton>
    </Form>
  );
}
