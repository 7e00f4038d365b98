"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Field } from "@/components/ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { DateInput } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { assignAssessors, cancelAttempt, scheduleAttempt } from "@/lib/attempts/actions";
import { assignAssessorsSchema, scheduleAttemptSchema } from "@/lib/attempts/schema";
import type { Day } from "@/lib/dates";
import { AssessorChoice, type Candidate } from "./assessor-choice";

type Planned = { mentee: string; candidates: Candidate[]; back: string };

/** Gives a mentee their next attempt. */
export function ScheduleForm({
  enrollmentId,
  today,
  mentee,
  candidates,
  back,
}: Planned & { enrollmentId: string; today: Day }) {
  const t = useTranslations("attempts.form");
  const router = useRouter();
  const form = useActionForm({
    schema: scheduleAttemptSchema,
    action: scheduleAttempt,
    defaults: { enrollmentId, assessorIds: [] },
    onDone: () => {
      showToast({ text: t("scheduled", { mentee }) });
      router.push(back, { scroll: false });
    },
  });
  return (
    <Form of={form}>
      <Field label={t("day")} error={form.error("day")} required>
        {(control) => <DateInput {...control} min={today} {...form.register("day")} />}
      </Field>
      <AssessorChoice
        candidates={candidates}
        chosen={form.watch("assessorIds")}
        error={form.error("assessorIds")}
        register={form.register("assessorIds")}
      />
      <FormActions>
        <SubmitButton of={form}>{t("schedule")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Sets who scores an attempt, or calls it off as long as nobody has scored it. */
export function AssignForm({
  attemptId,
  asked,
  cancellable,
  mentee,
  candidates,
  back,
}: Planned & { attemptId: string; asked: string[]; cancellable: boolean }) {
  const t = useTranslations("attempts.form");
  const router = useRouter();
  const leave = () => router.push(back, { scroll: false });
  const fixed = candidates.filter((candidate) => candidate.fixed).map(({ id }) => id);
  const form = useActionForm({
    schema: assignAssessorsSchema,
    // Who has handed in scores cannot be unticked, and a disabled box is not sent.
    action: (values: { attemptId: string; assessorIds: string[] }) =>
      assignAssessors({ ...values, assessorIds: [...new Set([...values.assessorIds, ...fixed])] }),
    defaults: { attemptId, assessorIds: asked },
    onDone: () => {
      showToast({ text: t("assigned", { mentee }) });
      leave();
    },
  });
  return (
    <Form of={form}>
      <AssessorChoice
        candidates={candidates}
        chosen={[...form.watch("assessorIds"), ...fixed]}
        error={form.error("assessorIds")}
        register={form.register("assessorIds")}
      />
      <FormActions>
        <SubmitButton of={form}>{t("assign")}</SubmitButton>
        {cancellable && (
          <ActionButton
            action={cancelAttempt}
            input={{ attemptId }}
            done={t("cancelled", { mentee })}
            confirm={{ title: t("cancelTitle"), body: t("cancelBody", { mentee }), label: t("cancel") }}
            onDone={leave}
            tone="quiet"
          >
            {t("cancel")}
          </ActionButton>
        )}
      </FormActions>
    </Form>
  );
}
