"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { resetSettings, saveSettings } from "@/lib/matching/actions";
import { type FactorKey, factorKeys } from "@/lib/matching/factors";
import { varieties } from "@/lib/matching/facts";
import { floorRules } from "@/lib/matching/hard-rules";
import type { ShownSettings } from "@/lib/matching/queries";
import { sharesOf } from "@/lib/matching/rules";
import { saveSettingsSchema } from "@/lib/matching/schema";
import { ActionButton } from "../ui/action-button";
import { Field } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Meter } from "../ui/meter";
import { Segmented } from "../ui/radio-group";
import { showToast } from "../ui/toast";
import { useSeen } from "../ui/use-seen";

type Values = Pick<ShownSettings, "weights" | "floorRule" | "variety" | "seen"> & { cohortId: string };

/** What each factor weighs in a cohort, with its share of the whole while one types, and the rules beside it. */
export function SettingsForm({ cohortId, settings }: { cohortId: string; settings: ShownSettings }) {
  const t = useTranslations("matching.settings");
  const { weights, floorRule, variety, seen, own, open } = settings;
  const form = useActionForm<Values, void>({
    schema: saveSettingsSchema,
    action: saveSettings,
    defaults: { cohortId, seen, weights, floorRule, variety },
    onDone: () => showToast({ text: t("saved") }),
  });
  useSeen(form);
  const words = useTranslations("matching.variety");
  return (
    <Form of={form}>
      <Factors form={form} />
      <Segmented
        legend={t("variety")}
        hint={t("varietyHint")}
        options={varieties.map((value) => ({ value, label: words(value) }))}
        {...form.register("variety")}
      />
      <Segmented
        legend={t("floorRule")}
        hint={t("floorHint")}
        options={floorRules.map((value) => ({ value, label: t(`floor.${value}`) }))}
        {...form.register("floorRule")}
      />
      <FormActions>
        <SubmitButton of={form} disabled={!open}>
          {t("save")}
        </SubmitButton>
        {own && open && (
          <ActionButton action={resetSettings} input={{ cohortId, seen }} done={t("resetDone")}>
            {t("reset")}
          </ActionButton>
        )}
      </FormActions>
    </Form>
  );
}

const counted = (weight: number) => (Number.isFinite(weight) && weight > 0 ? weight : 0);

function Factors({ form }: { form: ActionForm<Values> }) {
  const t = useTranslations("matching");
  const format = useFormatter();
  const typed = useWatch({ control: form.control, name: "weights" });
  const shares = sharesOf(
    Object.fromEntries(factorKeys.map((key) => [key, counted(typed[key])])) as Record<FactorKey, number>,
  );
  const wrong = form.error("weights");
  return (
    <fieldset className="grid gap-1" aria-describedby={wrong && "weights-wrong"}>
      <legend className="sr-only">{t("settings.factors")}</legend>
      {factorKeys.map((key) => (
        <div
          key={key}
          className="grid grid-cols-[1fr_5rem] items-center gap-x-5 gap-y-1 border-b border-line py-2.5 md:grid-cols-[1fr_5rem_11rem]"
        >
          <div className="min-w-0">
            <p className="text-body font-medium">{t(`factor.${key}`)}</p>
            <p className="text-sm text-ink-soft">{t(`settings.what.${key}`)}</p>
          </div>
          <Field label={t(`factor.${key}`)} hideLabel error={form.error(`weights.${key}`)}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={100}
                className="text-right tabular-nums"
                {...form.register(`weights.${key}`, { valueAsNumber: true })}
              />
            )}
          </Field>
          <Meter
            className="max-md:col-span-2"
            value={shares[key]}
            max={100}
            label={t("settings.share", { share: format.number(shares[key], { maximumFractionDigits: 0 }) })}
          />
        </div>
      ))}
      {wrong && (
        <p id="weights-wrong" className="text-sm text-missed">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
