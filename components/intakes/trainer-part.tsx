"use client";

import { useTranslations } from "next-intl";
import { saveTrainerPart } from "@/lib/intakes/actions";
import type { ShownIntake } from "@/lib/intakes/queries";
import { learningStyles } from "@/lib/matching/facts";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Segmented } from "../ui/radio-group";
import { showToast } from "../ui/toast";
import { useSeen } from "../ui/use-seen";

const checks = () => import("@/lib/intakes/schema").then((one) => one.saveTrainerPartSchema);

type Values = {
  enrollmentId: string;
  seen: number;
  learningStyle: (typeof learningStyles)[number] | "";
  gaps: { skillId: string; level: string }[];
};

const levels = ["0", "1", "2", "3", "4"];

/** The trainer's part of an intake: how the mentee learns, and what they still lack of each skill of the program. */
export function TrainerPart({ intake }: { intake: ShownIntake }) {
  const t = useTranslations("intakes");
  const words = useTranslations("matching");
  const form = useActionForm<Values, { seen: number }>({
    schema: checks,
    action: saveTrainerPart,
    defaults: {
      enrollmentId: intake.enrollmentId,
      seen: intake.seen.trainer,
      learningStyle: intake.told?.trainerStyle ?? "",
      gaps: intake.skills.map(({ id, level }) => ({
        skillId: id,
        level: level === null ? "" : String(level),
      })),
    },
    onDone: (saved) => {
      if (saved) form.setValue("seen", saved.seen);
      showToast({ text: t("trainer.saved") });
    },
  });
  useSeen(form);
  const notKnown = { value: "", label: t("trainer.notKnown") };
  return (
    <Form of={form}>
      <Segmented
        legend={t("trainer.learningStyle")}
        options={[
          ...learningStyles.map((value) => ({ value, label: words(`learningStyle.${value}`) })),
          { value: "", label: t("mentee.open") },
        ]}
        {...form.register("learningStyle")}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {intake.skills.map(({ id, name }, index) => (
          <Segmented
            key={id}
            legend={name}
            options={[...levels.map((level) => ({ value: level, label: level })), notKnown]}
            {...form.register(`gaps.${index}.level`)}
          />
        ))}
      </div>
      <FormActions>
        <SubmitButton of={form}>{t("trainer.save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
