"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import type { PersonField, PersonWords } from "@/lib/people/rules";
import { Field } from "../ui/field";
import { DateInput, Input } from "../ui/input";
import { Select } from "../ui/select";

/** What the profile of a person can be filled in with. */
export type PersonChoices = {
  floors: { id: string; name: string }[];
  managers: { name: string; email: string }[];
  zones: string[];
};

type FormPart = {
  register: (name: PersonField) => UseFormRegisterReturn;
  error: (name: PersonField) => string | undefined;
};

/** The fields of a person's profile, for adding and for changing. `initial` is what they show before any script runs. */
export function PersonFields({
  form,
  choices,
  initial,
}: {
  form: FormPart;
  choices: PersonChoices;
  initial: PersonWords;
}) {
  const t = useTranslations("people");
  const suggestions = useId();
  const { error } = form;
  const register = (name: PersonField) => ({ defaultValue: initial[name], ...form.register(name) });
  const { floors, managers, zones } = choices;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("name")} error={error("name")} required>
        {(control) => <Input {...control} autoComplete="off" {...register("name")} />}
      </Field>
      <Field label={t("email")} hint={t("emailHint")} error={error("email")} required>
        {(control) => <Input {...control} type="email" autoComplete="off" {...register("email")} />}
      </Field>
      <Field label={t("jobTitle")} error={error("title")} optional>
        {(control) => <Input {...control} autoComplete="off" {...register("title")} />}
      </Field>
      <Field label={t("floor")} error={error("floorId")} optional>
        {(control) => (
          <Select
            {...control}
            placeholder={t("noFloor")}
            options={floors.map((floor) => ({ value: floor.id, label: floor.name }))}
            {...register("floorId")}
          />
        )}
      </Field>
      <Field label={t("manager")} hint={t("managerHint")} error={error("managerEmail")} optional>
        {(control) => (
          <>
            <Input
              {...control}
              type="email"
              autoComplete="off"
              list={suggestions}
              {...register("managerEmail")}
            />
            <datalist id={suggestions}>
              {managers.map((manager) => (
                <option key={manager.email} value={manager.email}>
                  {manager.name}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t("hireDate")} hint={t("hireDateHint")} error={error("hireDate")} optional>
        {(control) => <DateInput {...control} {...register("hireDate")} />}
      </Field>
      <Field label={t("timeZone")} error={error("timeZone")} required>
        {(control) => (
          <Select
            {...control}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
            {...register("timeZone")}
          />
        )}
      </Field>
    </div>
  );
}
