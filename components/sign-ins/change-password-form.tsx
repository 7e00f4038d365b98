"use client";

import { useTranslations } from "next-intl";
import { changePassword } from "@/lib/sign-ins/actions";
import { changePasswordSchema } from "@/lib/sign-ins/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { PasswordInput } from "./password-input";

/** Changes one's own password; the other browsers have to sign in again. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("sign-ins");
  const form = useActionForm({
    schema: changePasswordSchema,
    action: changePassword,
    defaults: { current: "", password: "" },
    onDone() {
      form.reset();
      showToast({ text: t("settings.changed") });
    },
  });
  return (
    <Form of={form}>
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
      <Field label={t("settings.current")} error={form.error("current")} required>
        {(control) => (
          <PasswordInput {...control} autoComplete="current-password" {...form.register("current")} />
        )}
      </Field>
      <Field label={t("settings.new")} hint={t("newPassword.hint")} error={form.error("password")} required>
        {(control) => (
          <PasswordInput {...control} autoComplete="new-password" {...form.register("password")} />
        )}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("settings.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
