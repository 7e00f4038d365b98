"use client";

import { useTranslations } from "next-intl";
import { proposeMentors } from "@/lib/nominations/actions";
import { proposeMentorsSchema } from "@/lib/nominations/schema";
import { Checkbox } from "../ui/checkbox";
import { FieldError } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";

/** Ticks people of the floor and proposes them together. */
export function ProposePeople({
  listId,
  people,
}: {
  listId: string;
  people: { id: string; name: string; title: string | null }[];
}) {
  const t = useTranslations("mentors.propose");
  const form = useActionForm({
    schema: proposeMentorsSchema,
    action: proposeMentors,
    defaults: { listId, personIds: [] },
    onDone: (data) => {
      form.reset({ listId, personIds: [] });
      showToast({ text: t("done", { count: data?.proposed ?? 0 }) });
    },
  });
  const count = form.watch("personIds")?.length ?? 0;
  return (
    <Form of={form} className="gap-3">
      <fieldset className="min-w-0">
        <legend className="sr-only">{t("who")}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {people.map((person) => (
            <Checkbox
              key={person.id}
              label={<bdi>{person.name}</bdi>}
              hint={person.title}
              value={person.id}
              {...form.register("personIds")}
            />
          ))}
        </div>
        <FieldError>{form.error("personIds")}</FieldError>
      </fieldset>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("submit", { count })}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
