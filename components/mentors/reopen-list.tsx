"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Day } from "@/lib/dates";
import { reopenList } from "@/lib/mentor-lists/actions";
import { reopenListSchema } from "@/lib/mentor-lists/schema";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { DueFields } from "./due-fields";

type Given = { listId: string; floor: string; day: Day };

/** Opens a submitted list again, with the reason that its floor managers read. */
export function ReopenList(given: Given) {
  const t = useTranslations("mentors.reopen");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("title", { floor: given.floor })}
        description={t("what")}
      >
        <ReopenForm {...given} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ReopenForm({ listId, floor, day, onDone }: Given & { onDone: () => void }) {
  const t = useTranslations("mentors.reopen");
  const form = useActionForm({
    schema: reopenListSchema,
    action: reopenList,
    defaults: { listId, reason: "", dueDay: day, dueTime: "17:00" },
    onDone: () => {
      showToast({ text: t("done", { floor }) });
      onDone();
    },
  });
  const { register, error } = form;
  return (
    <Form of={form}>
      <Field label={t("reason")} hint={t("reasonWho")} error={error("reason")} required>
        {(control) => <Textarea {...control} {...register("reason")} />}
      </Field>
      <DueFields
        day={{ control: register("dueDay"), error: error("dueDay") }}
        time={{ control: register("dueTime"), error: error("dueTime") }}
      />
      <FormActions>
        <SubmitButton of={form}>{t("submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
