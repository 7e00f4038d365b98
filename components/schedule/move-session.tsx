"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { DateInput, TimeInput } from "@/components/ui/input";
import { runAction } from "@/components/ui/run-action";
import { showToast } from "@/components/ui/toast";
import { useRefused } from "@/components/ui/use-refused";
import type { Day } from "@/lib/dates";
import { moveSession } from "@/lib/schedule/actions";
import { type MoveSession as MoveInput, moveSessionSchema } from "@/lib/schedule/schema";

type At = { day: Day; time: string };

/** The way to move a session without dragging: a day and a time, in the cohort's zone. It can be undone. */
export function MoveSession({
  session,
  group,
  zone,
}: {
  session: { id: string; title: string; moves: number } & At;
  /** Who else comes, when it is the meeting of a group: it moves for all of them. */
  group: readonly string[];
  zone: string;
}) {
  const t = useTranslations("schedule.page");
  const format = useFormatter();
  const refused = useRefused();
  const [open, setOpen] = useState(false);
  const { id: sessionId, title, moves, day, time } = session;
  const form = useActionForm({
    schema: moveSessionSchema,
    action: moveSession,
    defaults: { sessionId, day, time, moves },
    onDone: (moved) => {
      setOpen(false);
      showToast({
        text: moved?.alsoAt ? t("movedAlso", { title: moved.alsoAt }) : t("movedDone"),
        ...(moved ? { undo: { label: t("undo"), run: () => void moveBack(moved.undo) } } : {}),
      });
    },
  });
  async function moveBack(input: MoveInput) {
    const outcome = await runAction(moveSession, input);
    if (outcome.done) showToast({ text: t("movedBack") });
    else refused(outcome.trouble);
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("move")}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("moveTitle", { title })}
        description={[
          group.length > 0 && t("moveGroup", { names: format.list(group) }),
          t("moveHint", { zone }),
        ]
          .filter(Boolean)
          .join(" ")}
      >
        <Form of={form}>
          <div className="grid grid-cols-2 gap-4">
            <Field label={t("newDay")} error={form.error("day")}>
              {(control) => <DateInput {...control} {...form.register("day")} />}
            </Field>
            <Field label={t("newTime")} error={form.error("time")}>
              {(control) => <TimeInput {...control} {...form.register("time")} />}
            </Field>
          </div>
          <FormActions>
            <SubmitButton of={form}>{t("moveDo")}</SubmitButton>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
