"use client";

import { Pause, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { addLeave, pauseMentoring, removeLeave, resumeMentoring } from "@/lib/mentor-leave/actions";
import type { Away } from "@/lib/mentor-leave/queries";
import { addLeaveSchema } from "@/lib/mentor-leave/schema";
import { DayWords } from "../cohorts/day-words";
import { ActionButton } from "../ui/action-button";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput } from "../ui/input";
import { showToast } from "../ui/toast";

/** One's own leave, and the switch to be asked nothing for a while. */
export function OwnAway({ away: { paused, leaves } }: { away: Away }) {
  const t = useTranslations("mentor-leave");
  return (
    <div className="grid gap-5">
      {leaves.length > 0 && (
        <ul className="grid gap-2" aria-label={t("leaves")}>
          {leaves.map(({ id, firstDay, lastDay }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 text-body">
              <span>
                <DayWords day={firstDay} /> – <DayWords day={lastDay} />
              </span>
              <ActionButton
                tone="quiet"
                size="small"
                icon={<X aria-hidden />}
                action={removeLeave}
                input={{ leaveId: id }}
                done={t("removed")}
              >
                {t("remove")}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      <LeaveForm />
      <div className="grid justify-items-start gap-2 border-t border-line pt-4">
        <p className="text-body text-ink-soft">{t(paused ? "pausedWhat" : "pauseWhat")}</p>
        {paused ? (
          <ActionButton
            tone="primary"
            icon={<Play aria-hidden />}
            action={resumeMentoring}
            input={{}}
            done={t("resumed")}
          >
            {t("resume")}
          </ActionButton>
        ) : (
          <ActionButton
            icon={<Pause aria-hidden />}
            action={pauseMentoring}
            input={{}}
            done={t("paused")}
            undo={{ action: resumeMentoring, input: {} }}
          >
            {t("pause")}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

function LeaveForm() {
  const t = useTranslations("mentor-leave");
  const none = { firstDay: "" as never, lastDay: "" as never };
  const form = useActionForm({
    schema: addLeaveSchema,
    action: addLeave,
    defaults: none,
    onDone: () => {
      form.reset(none);
      showToast({ text: t("added") });
    },
  });
  const { register, error } = form;
  return (
    <Form of={form} className="gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("firstDay")} error={error("firstDay")} required>
          {(control) => <DateInput {...control} {...register("firstDay")} />}
        </Field>
        <Field label={t("lastDay")} error={error("lastDay")} required>
          {(control) => <DateInput {...control} {...register("lastDay")} />}
        </Field>
      </div>
      <FormActions>
        <SubmitButton of={form} tone="plain">
          {t("add")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
