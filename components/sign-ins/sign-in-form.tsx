"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Sentence } from "@/lib/errors";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { useSentence } from "../ui/sentence";
import { enter } from "./enter";
import { PasswordInput } from "./password-input";

/** E-mail and password; afterwards the page that was asked for. `id` lets the list of the demo's people fill it in. */
export function SignInForm({ landing, id }: { landing: string; id: string }) {
  const t = useTranslations("sign-ins");
  const words = useSentence();
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Sentence>();
  const banner = useRef<HTMLDivElement>(null);

  // Once it is drawn: a slow machine draws it later than in the next frame.
  useEffect(() => {
    if (trouble) banner.current?.focus();
  }, [trouble]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const given = new FormData(event.currentTarget);
    setPending(true);
    setTrouble(undefined);
    const refused = await enter(
      { email: String(given.get("email")), password: String(given.get("password")) },
      landing,
    );
    if (!refused) return;
    setPending(false);
    setTrouble(refused);
  }

  return (
    <form id={id} method="post" onSubmit={submit} aria-busy={pending || undefined} className="grid gap-5">
      {trouble && <Banner ref={banner} tone="missed" announce title={words(trouble)} />}
      <Field label={t("email")}>
        {(control) => (
          <Input {...control} type="email" name="email" autoComplete="username" required maxLength={254} />
        )}
      </Field>
      <Field label={t("password")}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="current-password"
            required
            maxLength={600}
          />
        )}
      </Field>
      <Button type="submit" tone="primary" pending={pending}>
        {t("submit")}
      </Button>
    </form>
  );
}
