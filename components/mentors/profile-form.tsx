"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { timeOf } from "@/lib/dates";
import { communicationStyles, learningStyles } from "@/lib/matching/facts";
import { saveProfile } from "@/lib/profiles/actions";
import type { OwnMentorProfile } from "@/lib/profiles/queries";
import { buttonClass } from "../ui/button-class";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { TimeInput } from "../ui/input";
import { KeptNote, useKeptForm } from "../ui/kept-form";
import { Segmented } from "../ui/radio-group";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { showToast } from "../ui/toast";

const checks = () => import("@/lib/profiles/schema").then((one) => one.saveProfileSchema);

type Values = {
  introduction: string;
  experience: string;
  record: string;
  awards: string;
  techniques: string;
  interests: string;
  languages: string;
  teaches: (typeof learningStyles)[number][];
  communicationStyle: (typeof communicationStyles)[number] | "";
  strengths: { skill: string; level: string }[];
  workStart: string;
  workEnd: string;
};

const onLines = (items: readonly string[] | undefined) => (items ?? []).join("\n");
const asTime = (minute: number | null | undefined) => (minute == null ? "" : timeOf(minute % 1440));

function valuesOf({ told, strengths }: OwnMentorProfile): Values {
  return {
    introduction: told?.introduction ?? "",
    experience: told?.experience ?? "",
    record: told?.record ?? "",
    awards: onLines(told?.awards),
    techniques: onLines(told?.techniques),
    interests: onLines(told?.interests),
    languages: onLines(told?.languages),
    teaches: told?.teaches ?? [],
    communicationStyle: told?.communicationStyle ?? "",
    strengths: strengths.map(({ skill, level }) => ({ skill, level: String(level) })),
    workStart: asTime(told?.workStartMinute),
    workEnd: asTime(told?.workEndMinute),
  };
}

/** A mentor writes their introduction card; on a phone one field below the other. */
export function ProfileForm(given: { profile: OwnMentorProfile; zone: string; cardHref: string }) {
  const { profile, zone, cardHref } = given;
  const t = useTranslations("profiles.form");
  const form = useActionForm<Values, void>({
    schema: checks,
    action: saveProfile,
    defaults: valuesOf(profile),
    onDone: () => {
      kept.saved();
      showToast({ text: t("saved") });
    },
  });
  const kept = useKeptForm(form, cardHref);
  return (
    <Form of={form} className="max-w-3xl">
      <KeptNote of={kept} />
      <Part title={t("about")}>
        <Words form={form} name="introduction" hint={t("introductionHint")} />
        <Words form={form} name="experience" hint={t("experienceHint")} />
        <Words form={form} name="record" hint={t("recordHint")} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Words form={form} name="awards" hint={t("perLine")} />
          <Words form={form} name="techniques" hint={t("perLine")} />
        </div>
      </Part>
      <Part title={t("strengths")} why={t("strengthsWhy")}>
        <Strengths form={form} strengths={profile.strengths} />
      </Part>
      <Part title={t("howYouTeach")}>
        <Ways form={form} zone={zone} />
      </Part>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
        <Link href={cardHref} className={buttonClass()}>
          {t("cancel")}
        </Link>
      </FormActions>
    </Form>
  );
}

function Part({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-b border-line pb-6">
      <div>
        <h2 className="text-base font-semibold tracking-tight">{title}</h2>
        {why && <p className="text-body text-ink-soft">{why}</p>}
      </div>
      {children}
    </section>
  );
}

type Text = "introduction" | "experience" | "record" | "awards" | "techniques" | "interests" | "languages";

function Words({ form, name, hint }: { form: ActionForm<Values>; name: Text; hint: string }) {
  const t = useTranslations("profiles.form");
  return (
    <Field label={t(name)} hint={hint} error={form.error(name)}>
      {(control) => <Textarea {...control} rows={2} {...form.register(name)} />}
    </Field>
  );
}

function Strengths({
  form,
  strengths,
}: {
  form: ActionForm<Values>;
  strengths: OwnMentorProfile["strengths"];
}) {
  const t = useTranslations("profiles");
  const levels = [
    { value: "0", label: t("form.none") },
    ...([1, 2, 3, 4] as const).map((level) => ({ value: String(level), label: t(`card.level.${level}`) })),
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {strengths.map(({ skill, level }, index) => (
        <Field key={skill} label={skill}>
          {(control) => (
            <Select
              {...control}
              options={levels}
              defaultValue={String(level)}
              {...form.register(`strengths.${index}.level`)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function Ways({ form, zone }: { form: ActionForm<Values>; zone: string }) {
  const t = useTranslations("profiles");
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-body font-medium">{t("form.teaches")}</legend>
        <div className="grid sm:grid-cols-2">
          {learningStyles.map((style) => (
            <Checkbox
              key={style}
              value={style}
              label={t(`card.learningStyle.${style}`)}
              {...form.register("teaches")}
            />
          ))}
        </div>
      </fieldset>
      <Segmented
        legend={t("form.communicationStyle")}
        options={[
          ...communicationStyles.map((style) => ({
            value: style,
            label: t(`card.communicationStyle.${style}`),
          })),
          { value: "", label: t("form.open") },
        ]}
        {...form.register("communicationStyle")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Words form={form} name="interests" hint={t("form.perLine")} />
        <Words form={form} name="languages" hint={t("form.languagesHint")} />
      </div>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-body font-medium">{t("form.hours")}</legend>
        <div className="flex flex-wrap gap-4">
          {(["workStart", "workEnd"] as const).map((name) => (
            <Field key={name} label={t(`form.${name}`)} error={form.error(name)}>
              {(control) => <TimeInput {...control} {...form.register(name)} />}
            </Field>
          ))}
        </div>
        <p className="text-sm text-ink-soft">{t("form.hoursHint", { zone })}</p>
      </fieldset>
    </>
  );
}
