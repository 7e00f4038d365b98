"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { addOrganizer, removeOrganizer } from "@/lib/cohorts/actions";
import { organizerSchema } from "@/lib/cohorts/schema";
import { ActionButton } from "../ui/action-button";
import { PersonLine } from "../ui/avatar";
import { Field } from "../ui/field";
import { Form, SubmitButton, useActionForm } from "../ui/form";
import { Panel } from "../ui/panel";
import { Select } from "../ui/select";

type Person = { id: string; name: string; title: string | null };

/** Who runs the cohort: others can be added, and taken out while one remains. */
export function OrganizerList({
  cohortId,
  organizers,
  others,
}: {
  cohortId: string;
  organizers: Person[];
  others: Person[];
}) {
  const t = useTranslations("cohorts.organizers");
  return (
    <Panel id="organizers" title={t("title")}>
      <ul className="grid gap-2">
        {organizers.map((person) => (
          <li key={person.id} className="flex items-center justify-between gap-3">
            <PersonLine name={person.name} detail={person.title} />
            {organizers.length > 1 && (
              <ActionButton
                action={removeOrganizer}
                input={{ cohortId, personId: person.id }}
                undo={{ action: addOrganizer, input: { cohortId, personId: person.id } }}
                done={t("removed", { name: person.name })}
                size="small"
                tone="quiet"
                icon={<X aria-hidden />}
              >
                <span className="sr-only">{t("remove", { name: person.name })}</span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && <AddOrganizer cohortId={cohortId} others={others} />}
    </Panel>
  );
}

function AddOrganizer({ cohortId, others }: { cohortId: string; others: Person[] }) {
  const t = useTranslations("cohorts.organizers");
  const form = useActionForm({
    schema: organizerSchema,
    action: addOrganizer,
    defaults: { cohortId, personId: "" },
    onDone: () => form.reset(),
  });
  return (
    <Form of={form} className="mt-4">
      <div className="flex items-end gap-2">
        <Field label={t("add")} error={form.error("personId")} className="min-w-0 flex-1">
          {(control) => (
            <Select
              {...control}
              {...form.register("personId")}
              placeholder={t("choose")}
              options={others.map((person) => ({ value: person.id, label: person.name }))}
            />
          )}
        </Field>
        <SubmitButton of={form} tone="plain">
          {t("addButton")}
        </SubmitButton>
      </div>
    </Form>
  );
}
