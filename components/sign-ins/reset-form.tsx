"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestReset } from "@/lib/sign-ins/actions";
import { requestResetSchema } from "@/lib/sign-ins/schema";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Form, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";

/** Asks for a link. The answer is the same for every address. */
export function ResetForm({ email = "" }: { email?: string }) {
  const t = useTranslations("sign-ins");
  const [sentTo, setSentTo] = useState<string>();
  const form = useActionForm({
    schema: requestResetSchema,
    action: requestReset,
    defaults: { email },
    onDone: (_, values) => setSentTo(values.email.trim()),
  });

  if (sentTo) {
    return (
      <Banner
        tone="done"
        announce
        title={t("reset.sentTitle")}
        actions={<Button onClick={() => setSentTo(undefined)}>{t("reset.again")}</Button>}
      >
        {t("reset.sent", { email: sentTo })}
      </Banner>
    );
  }
  return (
    <Form of={form}>
      <Field label={t("email")} error={form.error("email")} required>
        {(control) => <Input {...control} type="email" autoComplete="username" {...form.register("email")} />}
      </Field>
      <SubmitButton of={form}>{t("reset.submit")}</SubmitButton>
    </Form>
  );
}
