"use client";

import { useTranslations } from "next-intl";
import { stateSelling } from "@/lib/mentor-loads/actions";
import { stateSellingSchema } from "@/lib/mentor-loads/schema";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { showToast } from "../ui/toast";
import { useSeen } from "../ui/use-seen";
import { asHours, SellingField } from "./selling-field";

/** States how many hours a week somebody spends with customers of their own, or that it is not known. */
export function SellingForm({
  personId,
  selling,
  version,
}: {
  personId: string;
  selling: number | null;
  version: number;
}) {
  const t = useTranslations("mentor-loads.form");
  const form = useActionForm({
    schema: stateSellingSchema,
    action: stateSelling,
    defaults: { personId, sellingHours: selling, seen: version },
    onDone: () => showToast({ text: t("saved") }),
  });
  useSeen(form);
  return (
    <Form of={form} className="gap-4">
      <SellingField field={form.register("sellingHours", asHours)} error={form.error("sellingHours")} />
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("save")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
