"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createCohort } from "@/lib/cohorts/actions";
import { type CreateCohort, createCohortSchema } from "@/lib/cohorts/schema";
import type { Day } from "@/lib/dates";
import type { FloorChoice, MenteeCandidates } from "@/lib/enrollments/queries";
import { Checkbox } from "../ui/checkbox";
import { Field, FieldError } from "../ui/field";
import { type ActionForm, Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { DateInput, Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { Select } from "../ui/select";
import { MenteePicker } from "./mentee-picker";
import { type PlanGround, PlanPreview, usePlan } from "./plan-preview";

type Values = Omit<CreateCohort, "certificationDate"> & { certificationDate: Day };

/** Plans a cohort: what one chooses on the left, what comes of it on the right, at once. */
export function CohortForm({
  ground,
  floors,
  organizers,
  candidates,
  timeZones,
  timeZone,
}: {
  ground: PlanGround;
  floors: FloorChoice[];
  organizers: { id: string; name: string }[];
  candidates: MenteeCandidates;
  timeZones: string[];
  timeZone: string;
}) {
  const t = useTranslations("cohorts.form");
  const router = useRouter();
  const form = useActionForm<Values, { id: string }>({
    schema: createCohortSchema,
    action: createCohort,
    defaults: {
      name: "",
      versionId: ground.versions[0]?.id ?? "",
      certificationDate: "" as Day,
      timeZone,
      floorIds: [],
      menteeIds: [],
      organizerIds: [],
    },
    onDone: (cohort) => cohort && router.push(`/cohorts/${cohort.id}`),
  });
  const planned = usePlan(ground, form.watch());
  const choose = (day: Day) => {
    form.setValue("certificationDate", day, { shouldDirty: true });
    form.clearErrors("certificationDate");
  };

  return (
    <Form of={form}>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Panel title={t("what")}>
          <div className="grid gap-5">
            <Field label={t("name")} hint={t("nameHint")} error={form.error("name")} required>
              {(control) => <Input {...control} {...form.register("name")} autoComplete="off" />}
            </Field>
            <Field label={t("program")} error={form.error("versionId")} required>
              {(control) => (
                <Select
                  {...control}
                  {...form.register("versionId")}
                  options={ground.versions.map((version) => ({
                    value: version.id,
                    label: t("version", { name: version.programName, number: version.number }),
                  }))}
                />
              )}
            </Field>
            <Field label={t("date")} hint={t("dateHint")} error={form.error("certificationDate")} required>
              {(control) => <DateInput {...control} {...form.register("certificationDate")} />}
            </Field>
            <Field label={t("timeZone")} hint={t("timeZoneHint")} error={form.error("timeZone")} required>
              {(control) => (
                <Select {...control} {...form.register("timeZone")}>
                  {timeZones.map((zone) => (
                    <option key={zone}>{zone}</option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        </Panel>
        <Panel title={t("plan")} description={t("planWhy")} className="lg:sticky lg:top-20">
          <PlanPreview planned={planned} onOffer={choose} />
        </Panel>
      </div>
      <Panel title={t("people")}>
        <div className="grid gap-6 lg:grid-cols-2">
          <Ticks form={form} name="floorIds" legend={t("floors")} hint={t("floorsHint")} options={floors} />
          <Ticks
            form={form}
            name="organizerIds"
            legend={t("organizers")}
            hint={t("organizersHint")}
            options={organizers}
          />
        </div>
      </Panel>
      <Panel title={t("mentees")} description={t("menteesWhy")}>
        <MenteePicker
          candidates={candidates}
          floors={floors}
          error={form.error("menteeIds")}
          onChange={(ids) => {
            form.setValue("menteeIds", ids, { shouldDirty: true });
            form.clearErrors("menteeIds");
          }}
        />
      </Panel>
      <FormActions>
        <SubmitButton of={form}>{t("save")}</SubmitButton>
        <p className="text-sm text-ink-soft">{t("saveWhy")}</p>
      </FormActions>
    </Form>
  );
}

function Ticks({
  form,
  name,
  legend,
  hint,
  options,
}: {
  form: ActionForm<Values>;
  name: "floorIds" | "organizerIds";
  legend: string;
  hint: string;
  options: { id: string; name: string }[];
}) {
  if (options.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="text-body font-medium">{legend}</legend>
      <p className="mb-1 text-sm text-ink-soft">{hint}</p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox key={option.id} label={option.name} value={option.id} {...form.register(name)} />
        ))}
      </div>
      <FieldError>{form.error(name)}</FieldError>
    </fieldset>
  );
}
