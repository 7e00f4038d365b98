"use client";

import { useTranslations } from "next-intl";
import { deactivatePerson, invitePerson, reactivatePerson } from "@/lib/people/actions";
import type { PersonState } from "@/lib/people/rules";
import { ActionButton } from "../ui/action-button";

type Person = { id: string; name: string; email: string; state: PersonState };

/** Mails somebody the link with which they choose a password. */
export function InviteButton({ person, size }: { person: Person; size?: "small" }) {
  const t = useTranslations("people");
  return (
    <ActionButton
      action={invitePerson}
      input={{ personId: person.id }}
      done={t("account.invited", { email: person.email })}
      {...(size ? { size } : {})}
    >
      {t(person.state === "INVITED" ? "account.inviteAgain" : "account.invite")}
    </ActionButton>
  );
}

/** What can be done with somebody's account now. Closing it can be undone for ten seconds, and opened again later. */
export function AccountActions({ person, self }: { person: Person; self: boolean }) {
  const t = useTranslations("people");
  const input = { personId: person.id };
  const { name } = person;
  if (person.state === "DEACTIVATED") {
    return (
      <ActionButton action={reactivatePerson} input={input} done={t("account.reactivated", { person: name })}>
        {t("account.reactivate")}
      </ActionButton>
    );
  }
  return (
    <>
      {person.state !== "ACTIVE" && <InviteButton person={person} />}
      {!self && (
        <ActionButton
          action={deactivatePerson}
          input={input}
          done={t("account.deactivated", { person: name })}
          undo={{ action: reactivatePerson, input, done: t("account.reactivated", { person: name }) }}
        >
          {t("account.deactivate")}
        </ActionButton>
      )}
    </>
  );
}
