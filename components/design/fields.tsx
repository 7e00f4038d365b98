"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { DateInput, FileInput, Input, TimeInput } from "../ui/input";
import { Panel } from "../ui/panel";
import { RadioGroup, Segmented } from "../ui/radio-group";
import { Select } from "../ui/select";
import { Stepper } from "../ui/stepper";
import { Textarea } from "../ui/textarea";

function Choosing() {
  const t = useTranslations("design.fields");
  return (
    <div className="grid content-start gap-5">
      <Field label={t("calls")}>
        {(control) => (
          <Stepper
            {...control}
            of={t("calls")}
            name="calls"
            defaultValue={14}
            beside={t("yesterday", { count: 12 })}
          />
        )}
      </Field>
      <Segmented
        legend={t("independence")}
        name="independence"
        defaultValue="assisted"
        options={(["observed", "assisted", "led", "solo"] as const).map((value) => ({
          value,
          label: t(value),
        }))}
      />
      <RadioGroup
        legend={t("model")}
        name="model"
        defaultValue="one"
        options={[
          { value: "one", label: t("oneToOne"), hint: t("oneToOneHint") },
          { value: "shared", label: t("shared"), hint: t("sharedHint"), disabled: true },
        ]}
      />
      <div className="grid gap-1">
        <Checkbox label={t("done")} defaultChecked />
        <Checkbox label={t("willing")} hint={t("willingHint")} error={t("missing")} />
        <Checkbox label={t("done")} defaultChecked disabled />
      </div>
    </div>
  );
}

/** Each control: empty, filled, refused and closed. */
export function Fields() {
  const t = useTranslations("design.fields");
  const floors = (["smb", "mid", "enterprise"] as const).map((value) => ({
    value,
    label: t(`floors.${value}`),
  }));
  return (
    <Panel id="fields" title={t("title")}>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <div className="grid content-start gap-5">
          <Field label={t("name")} hint={t("nameHint")}>
            {(control) => <Input {...control} placeholder={t("nameValue")} />}
          </Field>
          <Field label={t("name")} error={t("taken")}>
            {(control) => <Input {...control} defaultValue={t("nameValue")} />}
          </Field>
          <Field label={t("notes")} optional>
            {(control) => <Textarea {...control} defaultValue={t("notesValue")} />}
          </Field>
          <Field label={t("floor")}>
            {(control) => <Select {...control} placeholder={t("choose")} options={floors} />}
          </Field>
          <div className="flex flex-wrap gap-5">
            <Field label={t("date")}>
              {(control) => <DateInput {...control} defaultValue="2026-11-27" />}
            </Field>
            <Field label={t("time")}>{(control) => <TimeInput {...control} defaultValue="18:00" />}</Field>
          </div>
          <Field label={t("file")}>{(control) => <FileInput {...control} accept=".csv,text/csv" />}</Field>
          <Field label={t("off")}>
            {(control) => <Input {...control} defaultValue="2026-11-16" disabled />}
          </Field>
        </div>
        <Choosing />
      </div>
    </Panel>
  );
}
