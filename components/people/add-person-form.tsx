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

const nobody = { name: "", email: "", title: "", floorId: "", managerEmail: "", hireDate: "" };

/** Adds a person, and goes to their page. */
export function AddPersonForm({ choices, timeZone }: { choices: PersonChoices; timeZone: string }) {
  const t = useTranslations("people");
  const router = useRouter();
  const form = useActionForm({
    schema: addPersonSchema,
    action: addPerson,
    defaults: { ...nobody, timeZone, grants: [], invite: true },
    onDone(added, values) {
      showToast({ text: t("new.added", { person: values.name }) });
      if (added) router.push(`/people/${added.personId}`);
    },
  });

  return (
    <Form of={form}>
      <PersonFields form={form} choices={choices} initial={{ ...nobody, timeZone }} />
      <GrantChoices field={form.register("grants")} initial={[]} />
      <Checkbox
        label={t("new.invite")}
        hint={t("new.inviteHint")}
        defaultChecked
        {...form.register("invite")}
      />
      <FormActions>
        <SubmitButton of={form}>{t("new.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
