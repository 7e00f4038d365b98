"use client";

import { Ban, Pencil, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { backToPlanning, cancelCohort, renameCohort } from "@/lib/cohorts/actions";
import { type CohortState, cohortRefusal } from "@/lib/cohorts/rules";
import { cancelCohortSchema, renameCohortSchema } from "@/lib/cohorts/schema";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Menu } from "../ui/menu";
import { runAction } from "../ui/run-action";
import { useSentence } from "../ui/sentence";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { useRefused } from "../ui/use-refused";

export type Cohort = { id: string; name: string; state: CohortState };

/**
 * What an organizer does to a cohort as a whole, now and then: rename it, go back to planning, cancel it. A menu that is
 * open from its first moment: see cohort-menu.tsx.
 */
export function CohortDeeds({ cohort }: { cohort: Cohort }) {
  const t = useTranslations("cohorts.menu");
  const words = useSentence();
  const refused = useRefused();
  const [open, setOpen] = useState<"rename" | "cancel" | null>(null);
  const close = () => setOpen(null);
  const uncancellable = cohortRefusal(cohort.state, "CANCELLED");

  async function replan() {
    const outcome = await runAction(backToPlanning, { cohortId: cohort.id });
    if (outcome.done) showToast({ text: t("replanned") });
    else refused(outcome.trouble);
  }

  return (
    <>
      <Menu
        label={t("label")}
        defaultOpen
        items={[
          { label: t("rename"), icon: <Pencil aria-hidden />, onSelect: () => setOpen("rename") },
          ...(cohort.state === "READY"
            ? [{ label: t("replan"), icon: <Undo2 aria-hidden />, onSelect: () => void replan() }]
            : []),
          {
            label: t("cancel"),
            icon: <Ban aria-hidden />,
            danger: true,
            ...(uncancellable ? { reason: words(uncancellable) } : {}),
            onSelect: () => setOpen("cancel"),
          },
        ]}
      />
      <Dialog open={open === "rename"} onClose={close} title={t("rename")}>
        <RenameForm cohort={cohort} onDone={close} />
      </Dialog>
      <Dialog
        open={open === "cancel"}
        onClose={close}
        title={t("cancelTitle", { name: cohort.name })}
        description={t("cancelWhy")}
      >
        <CancelForm cohort={cohort} onDone={close} />
      </Dialog>
    </>
  );
}

function RenameForm({ cohort, onDone }: { cohort: Cohort; onDone: () => void }) {
  const t = useTranslations("cohorts");
  const form = useActionForm({
    schema: renameCohortSchema,
    action: renameCohort,
    defaults: { cohortId: cohort.id, name: cohort.name },
    onDone,
  });
  return (
    <Form of={form}>
      <Field label={t("form.name")} error={form.error("name")} required>
        {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("menu.saveName")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function CancelForm({ cohort, onDone }: { cohort: Cohort; onDone: () => void }) {
  const t = useTranslations("cohorts.menu");
  const form = useActionForm({
    schema: cancelCohortSchema,
    action: cancelCohort,
    defaults: { cohortId: cohort.id, reason: "" },
    onDone: () => {
      showToast({ text: t("cancelled") });
      onDone();
    },
  });
  return (
    <Form of={form}>
      <Field label={t("reason")} hint={t("reasonHint")} error={form.error("reason")} required>
        {(control) => <Textarea {...control} {...form.register("reason")} rows={3} />}
      </Field>
      <FormActions>
        <SubmitButton of={form} tone="danger">
          {t("cancel")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
