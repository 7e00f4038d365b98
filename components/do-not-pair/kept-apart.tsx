"use client";

import { useTranslations } from "next-intl";
import { keepApart, letPair } from "@/lib/do-not-pair/actions";
import type { KeptApart as Wish } from "@/lib/do-not-pair/queries";
import { keepApartSchema } from "@/lib/do-not-pair/schema";
import { ActionButton } from "../ui/action-button";
import { PersonLine } from "../ui/avatar";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { showToast } from "../ui/toast";

/** Whom somebody is not to be paired with, and the field to name one more. There is none for why. */
export function KeptApart({
  person,
  wishes,
  own,
}: {
  person: { id: string; name: string };
  wishes: Wish[];
  own: boolean;
}) {
  const t = useTranslations("do-not-pair");
  const theirs = wishes.filter((wish) => wish.own);
  const others = wishes.filter((wish) => !wish.own);
  return (
    <div className="grid gap-4">
      {theirs.length === 0 ? (
        <p className="text-body text-ink-soft">{t("none")}</p>
      ) : (
        <Wishes wishes={theirs} />
      )}
      {others.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-body font-medium">{t("wishes", { name: person.name })}</h3>
          <Wishes wishes={others} />
        </div>
      )}
      <Add person={person} own={own} />
    </div>
  );
}

function Wishes({ wishes }: { wishes: Wish[] }) {
  const t = useTranslations("do-not-pair");
  return (
    <ul className="grid gap-2">
      {wishes.map(({ id, name, title }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-2">
          <PersonLine name={name} detail={title} />
          <ActionButton
            action={letPair}
            input={{ doNotPairId: id }}
            done={t("removed")}
            size="small"
            tone="quiet"
          >
            {t("remove")}
            <span className="sr-only"> {name}</span>
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}

function Add({ person, own }: { person: { id: string; name: string }; own: boolean }) {
  const t = useTranslations("do-not-pair");
  const form = useActionForm({
    schema: keepApartSchema,
    action: keepApart,
    defaults: { personId: person.id, email: "" },
    onDone: () => {
      form.reset();
      showToast({ text: t("added") });
    },
  });
  return (
    <Form of={form}>
      <Field
        label={t("email")}
        hint={own ? t("emailHint") : t("emailOf", { name: person.name })}
        error={form.error("email")}
      >
        {(control) => <Input {...control} type="email" autoComplete="off" {...form.register("email")} />}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("add")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
