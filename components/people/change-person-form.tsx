"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { changePerson } from "@/lib/people/actions";
import { type PersonField, type PersonWords, personFields } from "@/lib/people/rules";
import { profileSchema } from "@/lib/people/schema";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { type PersonChoices, PersonFields } from "./person-fields";

const isField = (name: string | undefined): name is PersonField =>
  personFields.some((field) => field === name);

/**
 * Changes the profile of a person. What somebody else changed meanwhile is shown beside its field; saving once more
 * keeps what stands in the form.
 */
export function ChangePersonForm({
  personId,
  profile,
  choices,
}: {
  personId: string;
  profile: PersonWords;
  choices: PersonChoices;
}) {
  const t = useTranslations("people");
  const seen = useRef(profile);

  async function save(values: PersonWords) {
    const answer = await changePerson({ ...values, personId, seen: seen.current });
    const { field, sentence } = answer?.serverError ?? {};
    const theirs = sentence?.values?.theirs;
    if (isField(field) && typeof theirs === "string") seen.current = { ...seen.current, [field]: theirs };
    return answer;
  }

  const form = useActionForm({
    schema: profileSchema,
    action: save,
    defaults: profile,
    onDone(_, values) {
      seen.current = values;
      showToast({ text: t("profile.saved") });
    },
  });

  return (
    <Form of={form}>
      <PersonFields form={form} choices={choices} initial={profile} />
      <FormActions>
        <SubmitButton of={form}>{t("profile.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
