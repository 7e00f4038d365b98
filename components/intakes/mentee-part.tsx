"use client";

import { useTranslations } from "next-intl";
import { timeOf } from "@/lib/dates";
import { saveMenteePart } from "@/lib/intakes/actions";
import type { ShownIntake } from "@/lib/intakes/queries";
import { communicationStyles, learningStyles, varieties } from "@/lib/matching/facts";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { TimeInput } from "../ui/input";
import { KeptNote, useKeptForm } from "../ui/kept-form";
import { RadioGroup, Segmented } from "../ui/radio-group";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";
import { useSeen } from "../ui/use-seen";

const checks = () => import("@/lib/intakes/schema").then((one) => one.saveMenteePartSchema);

type Values = {
  enrollmentId: string;
  seen: number;
  learningStyle: (typeof learningStyles)[number] | "";
  communicationStyle: (typeof communicationStyles)[number] | "";
  goals: string;
  interests: string;
  languages: string;
  workStart: string;
  workEnd: string;
  confidenceBefore: string;
  variety: (typeof varieties)[number] | "";
  needs: string;
  needsForMatching: boolean;
};

const asTime = (minute: number | null | undefined) => (minute == null ? "" : timeOf(minute % 1440));

function valuesOf({ enrollmentId, seen, goals, told, needs }: ShownIntake): Values {
  return {
    enrollmentId,
    seen: seen.mentee,
    goals: goals.join("\n"),
    learningStyle: told?.learningStyle ?? "",
    communicationStyle: told?.communicationStyle ?? "",
    interests: (told?.interests ?? []).join("\n"),
    languages: (told?.languages ?? []).join("\n"),
    workStart: asTime(told?.workStartMinute),
    workEnd: asTime(told?.workEndMinute),
    confidenceBefore: told?.confidenceBefore ? String(told.confidenceBefore) : "",
    variety: told?.variety ?? "",
    needs: needs?.text ?? "",
    needsForMatching: needs?.forMatching ?? false,
  };
}

/** The mentee's part of an intake, for the mentee or for an organizer in their place. Everything may be left open. */
export function MenteePart({ intake, writerId }: { intake: ShownIntake; writerId: string }) {
  const t = useTranslations("intakes.mentee");
  const form = useActionForm<Values, { seen: number }>({
    schema: checks,
    action: saveMenteePart,
    defaults: valuesOf(intake),
    onDone: (saved) => {
      if (saved) form.setValue("seen", saved.seen);
      kept.saved();
      showToast({ text: t("saved") });
    },
  });
  useSeen(form);
  // Needs are for organizers alone: they are not left behind on a device. What was seen is as the page has it.
  const apart = ["seen", "needs", "needsForMatching"] as const;
  const kept = useKeptForm(form, `intake.${writerId}.${intake.enrollmentId}`, apart);
  const levels = ["1", "2", "3", "4", "5"].map((level) => ({ value: level, label: level }));
  return (
    <Form of={form}>
      <KeptNote of={kept} />
      <Lines form={form} name="goals" hint={t("goalsHint")} />
      <Styles form={form} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Lines form={form} name="interests" hint={t("perLine")} />
        <Lines form={form} name="languages" hint={t("languagesHint")} />
      </div>
      <Hours form={form} zone={intake.person.timeZone.replaceAll("_", " ")} />
      <Segmented
        legend={t("confidence")}
        hint={t("confidenceHint")}
        options={[...levels, { value: "", label: t("open") }]}
        {...form.register("confidenceBefore")}
      />
      <Needs form={form} own={intake.own} />
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

type Part = { form: ActionForm<Values> };

function Lines({ form, name, hint }: Part & { name: "goals" | "interests" | "languages"; hint: string }) {
  const t = useTranslations("intakes.mentee");
  return (
    <Field label={t(name)} hint={hint} error={form.error(name)}>
      {(control) => <Textarea {...control} rows={2} {...form.register(name)} />}
    </Field>
  );
}

function Styles({ form }: Part) {
  const t = useTranslations("intakes.mentee");
  const words = useTranslations("matching");
  const open = { value: "", label: t("open") };
  return (
    <>
      <Segmented
        legend={t("learningStyle")}
        options={[
          ...learningStyles.map((value) => ({ value, label: words(`learningStyle.${value}`) })),
          open,
        ]}
        {...form.register("learningStyle")}
      />
      <RadioGroup
        legend={t("communicationStyle")}
        options={[
          ...communicationStyles.map((value) => ({ value, label: words(`communicationStyle.${value}`) })),
          open,
        ]}
        {...form.register("communicationStyle")}
      />
      <Segmented
        legend={t("variety")}
        options={[...varieties.map((value) => ({ value, label: words(`variety.${value}`) })), open]}
        {...form.register("variety")}
      />
    </>
  );
}

function Hours({ form, zone }: Part & { zone: string }) {
  const t = useTranslations("intakes.mentee");
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-body font-medium">{t("hours")}</legend>
      <div className="flex flex-wrap gap-4">
        {(["workStart", "workEnd"] as const).map((name) => (
          <Field key={name} label={t(name)} error={form.error(name)}>
            {(control) => <TimeInput {...control} {...form.register(name)} />}
          </Field>
        ))}
      </div>
      <p className="text-sm text-ink-soft">{t("hoursHint", { zone })}</p>
    </fieldset>
  );
}

/** Only the mentee says whether needs are looked at in matching. */
function Needs({ form, own }: Part & { own: boolean }) {
  const t = useTranslations("intakes.mentee");
  return (
    <div className="grid gap-1.5">
      <Field label={t("needs")} hint={t("needsHint")} error={form.error("needs")}>
        {(control) => <Textarea {...control} rows={2} {...form.register("needs")} />}
      </Field>
      <Checkbox
        label={t("needsForMatching")}
        hint={t("needsForMatchingHint")}
        disabled={!own}
        {...form.register("needsForMatching")}
      />
    </div>
  );
}
