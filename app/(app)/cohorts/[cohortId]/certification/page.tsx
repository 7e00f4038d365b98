import { Award } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { CertificationTable } from "@/components/certification/certification-table";
import { PlanAttempt } from "@/components/certification/plan-attempt";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { orNotFound, pageId, requireActor } from "@/lib/auth";
import { assessorCandidates, cohortCertification } from "@/lib/certification/queries";
import { isOpenAttempt } from "@/lib/certification/rules";
import { fromDay } from "@/lib/dates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certification.page");
  return { title: t("title") };
}

export default async function CertificationPage(props: PageProps<"/cohorts/[cohortId]/certification">) {
  const actor = await requireActor();
  const id = pageId((await props.params).cohortId);
  const { mentee } = await props.searchParams;
  const [cohort, candidates] = await Promise.all([
    orNotFound(cohortCertification(actor, id)),
    mentee ? orNotFound(assessorCandidates(actor, id)) : [],
  ]);
  const open = cohort.mentees.find((one) => one.id === mentee);
  const [t, format] = await Promise.all([getTranslations("certification.page"), getFormatter()]);
  const planned = open && (open.canSchedule || open.attempts.some(({ state }) => isOpenAttempt(state)));
  const day = format.dateTime(fromDay(cohort.certificationDate), { timeZone: "UTC", dateStyle: "full" });
  return (
    <div className="grid gap-5">
      {planned && cohort.state === "ACTIVE" && (
        <PlanAttempt key={open.id} cohort={cohort} mentee={open} candidates={candidates} />
      )}
      {cohort.mentees.length > 0 ? (
        <Panel
          title={t("title")}
          description={t("description", {
            day,
            rubric: cohort.rubric.name,
            passMark: cohort.rubric.passMark,
          })}
          flush
        >
          <CertificationTable cohort={cohort} open={open?.id} />
        </Panel>
      ) : (
        <EmptyState icon={<Award />} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
    </div>
  );
}
