"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Sentence } from "@/lib/errors";
import { acceptInvitation, resetPassword } from "@/lib/sign-ins/actions";
import { newPasswordSchema } from "@/lib/sign-ins/schema";
import { Banner } from "../ui/banner";
import { Field } from "../ui/field";
import { Form, SubmitButton, useActionForm } from "../ui/form";
import { useSentence } from "../ui/sentence";
import { enter } from "./enter";
import { PasswordInput } from "./password-input";

const deeds = { reset: resetPassword, invitation: acceptInvitation };

/** Chooses a password with a one-time link, and signs in with it. */
export function NewPasswordForm({
  kind,
  token,
  email,
}: {
  kind: keyof typeof deeds;
  token: string;
  email: string;
}) {
  const t = useTranslations("sign-ins");
  const words = useSentence();
  const [trouble, setTrouble] = useState<Sentence>();
  const form = useActionForm({
    schema: newPasswordSchema,
    action: deeds[kind],
    defaults: { token, password: "" },
    onDone: async (_, values) => setTrouble(await enter({ email, password: values.password }, "/today")),
  });

  return (
    <Form of={form}>
      {trouble && <Banner tone="missed" announce title={words(trouble)} />}
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        aria-hidden
        tabIndex={-1}
        className="sr-only"
      />
      <Field
        label={t("newPassword.label")}
        hint={t("newPassword.hint")}
        error={form.error("password")}
        required
      >
        {(control) => (
          <PasswordInput {...control} autoComplete="new-password" {...form.register("password")} />
        )}
      </Field>
      <SubmitButton of={form}>{t(`${kind}.choose`)}</SubmitButton>
    </Form>
  );
}
