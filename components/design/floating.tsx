"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "../ui/action-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Panel } from "../ui/panel";
import type { Action } from "../ui/run-action";
import { Textarea } from "../ui/textarea";

const agree: Action<null, null> = async () => ({ data: null });
const decline: Action<null, null> = async () => ({
  serverError: { sentence: { key: "design.floating.no" } },
});

/** Dialog, question and passing messages. */
export function Floating() {
  const t = useTranslations("design.floating");
  const [open, setOpen] = useState(false);
  return (
    <Panel id="floating" title={t("title")}>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen(true)}>{t("dialog")}</Button>
        <ActionButton
          action={agree}
          input={null}
          tone="danger"
          done={t("ask")}
          confirm={{ title: t("askTitle"), body: t("askBody"), label: t("askLabel") }}
        >
          {t("ask")}
        </ActionButton>
        <ActionButton
          action={agree}
          input={null}
          done={t("saved")}
          undo={{ action: agree, input: null, done: t("restored") }}
        >
          {t("toast")}
        </ActionButton>
        <ActionButton action={decline} input={null}>
          {t("refused")}
        </ActionButton>
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("dialogTitle")}
        description={t("dialogBody")}
        footer={<Button tone="primary">{t("decline")}</Button>}
      >
        <Field label={t("reason")}>{(control) => <Textarea {...control} />}</Field>
      </Dialog>
    </Panel>
  );
}
