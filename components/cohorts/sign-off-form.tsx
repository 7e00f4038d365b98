"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { requestSignOff } from "@/lib/sign-offs/actions";
import { requestSignOffSchema } from "@/lib/sign-offs/schema";
import { Field } from "../ui/field";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Input } from "../ui/input";
import { Panel } from "../ui/panel";
import { RadioGroup } from "../ui/radio-group";
import { showToast } from "../ui/toast";
import { PeopleSearch } from "./people-search";

type Candidate = { id: string; name: string; title: string | null; floor: { name: string } | null };

/** Asks somebody to sign the launch off: what about, and whom. */
export function SignOffForm({ cohortId, candidates }: { cohortId: string; candidates: Candidate[] }) {
  const t = useTranslations("cohorts.signOffs");
  const router = useRouter();
  const form = useActionForm<{ cohortId: string; personId: string; about: string }, { id: string }>({
    schema: requestSignOffSchema,
    action: requestSignOff,
    defaults: { cohortId, personId: "", about: "" },
    onDone: () => {
      showToast({ text: t("asked") });
      router.push(`/cohorts/${cohortId}#sign-offs`);
    },
  });
  return (
    <Form of={form}>
      <Panel title={t("ask")} description={t("askWhy")}>
        <div className="grid max-w-2xl gap-5">
          <Field label={t("about")} hint={t("aboutHint")} error={form.error("about")} required>
            {(control) => <Input {...control} {...form.register("about")} autoComplete="off" />}
          </Field>
          <PeopleSearch />
          {candidates.length > 0 ? (
            <RadioGroup
              legend={t("who")}
              options={candidates.map((person) => ({
                value: person.id,
                label: <bdi>{person.name}</bdi>,
                hint: [person.title, person.floor?.name].filter(Boolean).join(" · "),
              }))}
              error={form.error("personId")}
              {...form.register("personId")}
            />
          ) : (
            <p className="text-body text-ink-soft">{t("nobody")}</p>
          )}
        </div>
      </Panel>
      <FormActions>
        <SubmitButton of={form}>{t("askButton")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
