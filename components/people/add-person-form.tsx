"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { addPerson } from "@/lib/people/actions";
import { addPersonSchema } from "@/lib/people/schema";
import { Checkbox } from "../ui/checkbox";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { GrantChoices } from "./grant-choices";
import { type PersonChoices, PersonFields } from "./person-fields";

/** Adds a person, and goes to their page. */
export function AddPersonForm({ choices, timeZone }: { choices: PersonChoices; timeZone: string }) {
  const t = useTranslations("people");
  const router = useRouter();
  const form = useActionForm({
    schema: addPersonSchema,
    action: addPerson,
    defaults: {
      name: "",
      email: "",
      title: "",
      floorId: "",
      managerEmail: "",
      hireDate: "",
      timeZone,
      grants: [],
      invite: true,
    },
    onDone(added, values) {
      showToast({ text: t("new.added", { person: values.name }) });
      if (added) router.push(`/people/${added.personId}`);
    },
  });

  return (
    <Form of={form}>
      <PersonFields form={form} choices={choices} />
      <GrantChoices field={form.register("grants")} />
      <Checkbox label={t("new.invite")} hint={t("new.inviteHint")} {...form.register("invite")} />
      <FormActions>
        <SubmitButton of={form}>{t("new.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
