"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { approveNominations } from "@/lib/nominations/actions";
import { approveNominationsSchema } from "@/lib/nominations/schema";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { FieldError } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { useSentence } from "../ui/sentence";
import { showToast } from "../ui/toast";
import { TermFields } from "./term-fields";

type Given = { listId: string; cap: number; people: { id: string; name: string }[] };
type Rows = NonNullable<Awaited<ReturnType<typeof approveNominations>>["data"]>["rows"];

/** Approves several undecided people on the same terms, and says of each what became of it. */
export function ApproveSeveral(given: Given) {
  const t = useTranslations("mentors.several");
  const [open, setOpen] = useState(false);
  return (
    <>
      {given.people.length > 1 && <Button onClick={() => setOpen(true)}>{t("open")}</Button>}
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} description={t("what")}>
        <SeveralForm {...given} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SeveralForm({ listId, cap, people, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("mentors");
  const [rows, setRows] = useState<Rows | null>(null);
  const form = useActionForm({
    schema: approveNominationsSchema,
    action: approveNominations,
    defaults: {
      listId,
      nominationIds: people.map((one) => one.id),
      kind: "LEAD",
      hoursPerWeek: 4,
      capacity: 1,
    },
    onDone: (data) => {
      const done = data?.rows.filter((row) => !row.refusal).length ?? 0;
      showToast({ text: t("several.done", { count: done }) });
      if (data?.rows.some((row) => row.refusal)) setRows(data.rows);
      else onDone();
    },
  });
  const { register, error } = form;
  if (rows) return <Outcome rows={rows} onDone={onDone} />;
  return (
    <Form of={form}>
      <fieldset className="grid">
        <legend className="mb-1 text-body font-medium">{t("several.who")}</legend>
        {people.map(({ id, name }) => (
          <Checkbox key={id} label={<bdi>{name}</bdi>} value={id} {...register("nominationIds")} />
        ))}
        <FieldError>{error("nominationIds")}</FieldError>
      </fieldset>
      <TermFields register={register} error={error} cap={cap} />
      <FormActions>
        <SubmitButton of={form}>{t("several.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** What became of each: most are approved, and who is not says why. */
function Outcome({ rows, onDone }: { rows: Rows; onDone: () => void }) {
  const t = useTranslations("mentors.several");
  const words = useSentence();
  return (
    <div className="grid gap-4">
      <ul className="grid gap-2">
        {rows.map(({ nominationId, name, refusal }) => (
          <li key={nominationId}>
            <bdi className="font-medium">{name}</bdi>
            <span className="block text-sm text-ink-soft">{refusal ? words(refusal) : t("approved")}</span>
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{t("close")}</Button>
    </div>
  );
}
