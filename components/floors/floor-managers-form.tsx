"use client";

import { useTranslations } from "next-intl";
import { setFloorManagers } from "@/lib/floors/actions";
import { setFloorManagersSchema } from "@/lib/floors/schema";
import { Checkbox } from "../ui/checkbox";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";

type Person = { id: string; name: string; email: string };

/**
 * Says who manages a floor: those who do now, and those to choose from (`managerChoices` of lib/floors/queries).
 * Needs the words `floors` and `errors`, and a key that changes with the managers.
 */
export function FloorManagersForm({
  floorId,
  managers,
  choices,
}: {
  floorId: string;
  managers: Person[];
  choices: Person[];
}) {
  const t = useTranslations("floors");
  const now = managers.map((manager) => manager.id);
  const form = useActionForm({
    schema: setFloorManagersSchema,
    action: setFloorManagers,
    defaults: { floorId, personIds: now, seen: now },
    onDone: () => showToast({ text: t("managersForm.saved") }),
  });

  return (
    <Form of={form}>
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t("managersForm.legend")}</legend>
        {[...managers, ...choices].map((person) => (
          <Checkbox
            key={person.id}
            value={person.id}
            label={<bdi>{person.name}</bdi>}
            hint={person.email}
            defaultChecked={now.includes(person.id)}
            {...form.register("personIds")}
          />
        ))}
      </fieldset>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("managersForm.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
