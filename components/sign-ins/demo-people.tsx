"use client";

import { useTranslations } from "next-intl";
import type { KeyBelow } from "@/i18n/messages";
import { Button } from "../ui/button";

type DemoPerson = { part: KeyBelow<"sign-ins.demo.roles">; name: string; email: string };

/** The people that the demo is shown with: a press fills the form in and sends it. Exists in the demo alone. */
export function DemoPeople({
  people,
  password,
  formId,
}: {
  people: DemoPerson[];
  password: string;
  formId: string;
}) {
  const t = useTranslations("sign-ins");

  function signInAs(email: string) {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    for (const [name, value] of Object.entries({ email, password })) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.requestSubmit();
  }

  return (
    <section aria-labelledby="demo-people" className="panel">
      <header className="px-4 pt-3.5 pb-3">
        <h2 id="demo-people" className="text-base font-semibold">
          {t("demo.title")}
        </h2>
        <p className="text-sm text-ink-soft">{t("demo.hint")}</p>
      </header>
      <ul className="divide-y divide-line border-t border-line">
        {people.map(({ part, name, email }) => (
          <li key={email} className="flex items-center gap-3 px-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="block text-body font-medium">{t(`demo.roles.${part}`)}</span>
              <bdi className="block truncate text-sm text-ink-soft">{name}</bdi>
            </span>
            <Button size="small" aria-label={t("demo.as", { name })} onClick={() => signInAs(email)}>
              {t("submit")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
