"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form, FormActions, SubmitButton, useActionForm } from "@/components/ui/form";
import { Segmented } from "@/components/ui/radio-group";
import { showToast } from "@/components/ui/toast";
import { recordAttendance } from "@/lib/attendance/actions";
import { recordAttendanceSchema, recordable } from "@/lib/attendance/schema";

type Expected = { enrollmentId: string; name: string; state: string };

const isRecordable = (state: string): state is (typeof recordable)[number] =>
  recordable.some((one) => one === state);

/** Who was at a session. Somebody about whom nothing is chosen stays expected. */
export function AttendanceForm({ sessionId, expected }: { sessionId: string; expected: Expected[] }) {
  const t = useTranslations("schedule.page");
  const words = useTranslations("sessions.state.attendance");
  const form = useActionForm({
    schema: recordAttendanceSchema,
    action: recordAttendance,
    defaults: {
      sessionId,
      attendances: expected.map(({ enrollmentId, state }) => ({
        enrollmentId,
        state: isRecordable(state) ? state : ("PRESENT" as const),
      })),
    },
    onDone: () => showToast({ text: t("attendanceSaved") }),
  });
  const everybody = () =>
    form.setValue(
      "attendances",
      expected.map(({ enrollmentId }) => ({ enrollmentId, state: "PRESENT" as const })),
    );
  return (
    <Form of={form}>
      <ul className="grid gap-3">
        {expected.map(({ enrollmentId, name }, index) => (
          <li key={enrollmentId}>
            <Segmented
              legend={name}
              options={recordable.map((state) => ({ value: state, label: words(state) }))}
              {...form.register(`attendances.${index}.state`)}
            />
          </li>
        ))}
      </ul>
      <FormActions>
        <SubmitButton of={form}>{t("saveAttendance")}</SubmitButton>
        <Button tone="quiet" onClick={everybody}>
          {t("allPresent")}
        </Button>
      </FormActions>
    </Form>
  );
}
