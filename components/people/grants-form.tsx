"use client";

import { useTranslations } from "next-intl";
import { setGrants } from "@/lib/people/actions";
import type { GrantKind } from "@/lib/people/rules";
import { setGrantsSchema } from "@/lib/people/schema";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { GrantChoices } from "./grant-choices";

/** What somebody may do everywhere. Give it a key of the grants: it starts anew when they changed. */
export function GrantsForm({ personId, grants }: { personId: string; grants: GrantKind[] }) {
  const t = useTranslations("people");
  const form = useActionForm({
    schema: setGrantsSchema,
    action: setGrants,
    defaults: { personId, grants, seen: grants },
    onDone: () => showToast({ text: t("grants.saved") }),
  });
  return (
    <Form of={form}>
      <GrantChoices field={form.register("grants")} initial={grants} hideLegend />
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("grants.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
