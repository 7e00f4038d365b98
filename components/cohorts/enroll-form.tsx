"use client";

import { FileUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { enrollMentees } from "@/lib/enrollments/actions";
import type { FloorChoice, MenteeCandidates } from "@/lib/enrollments/queries";
import { enrollMenteesSchema } from "@/lib/enrollments/schema";
import { buttonClass } from "../ui/button";
import { Form, FormActions, SubmitButton, useActionForm } from "../ui/form";
import { Panel } from "../ui/panel";
import { showToast } from "../ui/toast";
import { MenteePicker } from "./mentee-picker";

/** Adds people to a cohort that exists. */
export function EnrollForm({
  cohortId,
  candidates,
  floors,
}: {
  cohortId: string;
  candidates: MenteeCandidates;
  floors: FloorChoice[];
}) {
  const t = useTranslations("cohorts.enroll");
  const router = useRouter();
  const form = useActionForm<{ cohortId: string; menteeIds: string[] }, void>({
    schema: enrollMenteesSchema,
    action: enrollMentees,
    defaults: { cohortId, menteeIds: [] },
    onDone: (_data, { menteeIds }) => {
      showToast({ text: t("done", { count: menteeIds.length }) });
      router.push(`/cohorts/${cohortId}#mentees`);
    },
  });
  return (
    <Form of={form}>
      <Panel
        title={t("title")}
        description={t("why")}
        actions={
          <Link href={`/cohorts/${cohortId}/enroll/import`} className={buttonClass()}>
            <FileUp aria-hidden />
            {t("byFile")}
          </Link>
        }
      >
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
      </FormActions>
    </Form>
  );
}
