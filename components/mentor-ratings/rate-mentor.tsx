"use client";

import { useTranslations } from "next-intl";
import { rateMentor } from "@/lib/mentor-ratings/actions";
import { ratingScores } from "@/lib/mentor-ratings/rules";
import { rateMentorSchema } from "@/lib/mentor-ratings/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { RadioGroup } from "../ui/radio-group";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

/** The mentee's own rating of the mentor, as it can be given or changed. */
export function RateMentor({
  pairingId,
  given,
}: {
  pairingId: string;
  given: { score: number; comment: string } | null;
}) {
  const t = useTranslations("mentor-ratings.rate");
  const score = ratingScores.find((one) => Number(one) === given?.score);
  const form = useActionForm({
    schema: rateMentorSchema,
    action: rateMentor,
    defaults: { pairingId, comment: given?.comment ?? "", ...(score ? { score } : {}) },
    onDone: () => showToast({ text: t("saved") }),
  });
  const { register, error } = form;
  return (
    <Form of={form}>
      <RadioGroup
        {...register("score")}
        legend={t("score")}
        error={error("score")}
        options={ratingScores.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <Field label={t("comment")} hint={t("commentHint")} error={error("comment")}>
        {(control) => <Textarea {...control} {...register("comment")} rows={3} />}
      </Field>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
